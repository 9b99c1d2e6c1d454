/** A field of a vendor's answer; undefined if the answer is not an object, or lacks it. */
export function field(answer: unknown, key: string): unknown {
  return typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
}
