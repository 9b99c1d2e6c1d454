/** The byte order mark of UTF-16 in both orders. */
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** How much of a file is sampled to detect its encoding, in bytes. */
const SAMPLE = 512;

/**
 * Decodes a file; the only place where bytes become text. UTF-8, without a byte order mark,
 * line feeds only, so that no reader has to handle carriage returns. Line numbers and columns
 * do not change. A lone carriage return ends a line only in a file that has no line feeds;
 * otherwise it stays, because reviews do not show a new line there.
 * @returns undefined if the bytes are not UTF-8
 */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
  } catch {
    return undefined;
  }
}

/** True for UTF-16: it has a byte order mark, or every other byte is zero, as in most languages' YAML. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (UTF16_MARKS.some(([first, second]) => bytes[0] === first && bytes[1] === second)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  return sample.length > 3 && zeros.some((count) => count > sample.length / 4);
}
