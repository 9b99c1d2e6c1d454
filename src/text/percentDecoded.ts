/** The text of an address with its `%20` and the like decoded; as it is, if it is not well formed. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
