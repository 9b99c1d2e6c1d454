/** The message of an error. Does not use `instanceof Error`: Node's own errors may come from another realm. */
export function errorText(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
