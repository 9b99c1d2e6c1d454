/** The byte order mark of UTF-16 in both orders. */
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 512;

/**
 * Bytes as text, the one way in which files become text: UTF-8, its byte order mark left
 * out, every line end a line feed, so that nobody else has to know of carriage returns.
 * Lines keep their numbers and columns. A lone carriage return is a line end where the
 * file has no others; among others it stays, as reviews show no new line there.
 * @returns undefined where the bytes are not UTF-8
 */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
  } catch {
    return undefined;
  }
}

/** True for UTF-16, with its mark or with every other byte zero, as it is in most languages' YAML. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (UTF16_MARKS.some(([first, second]) => bytes[0] === first && bytes[1] === second)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  return sample.length > 3 && zeros.some((count) => count > sample.length / 4);
}
