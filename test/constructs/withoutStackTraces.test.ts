import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';

/** What cdktf does for every attribute and reference. */
function traced(): string | undefined {
  const object: { stack?: string } = { stack: '' };
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Number.MAX_SAFE_INTEGER;
  Error.captureStackTrace(object);
  Error.stackTraceLimit = stackTraceLimit;
  return object.stack;
}

test('takes none, and puts the limit back', () => {
  const { stackTraceLimit } = Error;
  expect(traced()).toContain('traced');
  expect(withoutStackTraces(traced)).toBeFalsy();
  expect(traced()).toContain('traced');
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

test('an error has its stack trace, and the limit is put back', () => {
  const broken = () => {
    throw new Error('broken');
  };
  let thrown: unknown;
  try {
    withoutStackTraces(broken);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ message: 'broken', stack: expect.stringContaining('at broken') });
  expect(traced()).toContain('traced');
});
