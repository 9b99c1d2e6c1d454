/**
 * Builds constructs without the stack traces that cdktf takes of every attribute and
 * reference, which nobody reads: a third of the time and of the garbage of a synthesis.
 * cdktf has no option to turn them off, and raises `Error.stackTraceLimit` itself; V8
 * takes no traces if the limit is not a plain value.
 *
 * A build that fails is repeated, so that its error has a stack trace.
 *
 * @param build must have no side effects
 * @see https://v8.dev/docs/stack-trace-api
 */
export function withoutStackTraces<T>(build: () => T): T {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') ?? {
    configurable: true,
    value: 10,
  };
  Object.defineProperty(Error, 'stackTraceLimit', { configurable: true, get: () => 0, set: () => {} });
  try {
    return build();
  } catch {
    // Again, below.
  } finally {
    Object.defineProperty(Error, 'stackTraceLimit', limit);
  }
  return build();
}
