import { codePoint, EACH_INVISIBLE } from '../../text/visible';
import { MAX_FILE_BYTES, UnreadableFile } from '../dataFiles';
import { decoded, looksLikeUtf16 } from '../decoded';
import type { Reading } from './reading';

/** Most invisible characters that are reported per file. */
const MAX_REPORTED = 20;

/** Matches most files, and quickly: Unicode's classes are slow. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * The text of a data file, with line feeds at line ends. It must be UTF-8 without invisible
 * characters; problems are reported.
 * @returns undefined if the file is missing or cannot be decoded
 */
export function readText(reading: Reading, path: string): string | undefined {
  const bytes = reading.files.get(path);
  if (bytes === undefined) return undefined;
  const reason = bytes instanceof UnreadableFile ? bytes.reason : tooLarge(bytes);
  if (reason !== undefined) {
    reading.problems.error(reading.at(path), {
      code: 'FILE004',
      message: `the file cannot be read: ${reason}`,
      wayOut: 'make it a plain text file of less than 10 MB that you have permission to read',
    });
    return undefined;
  }
  if (looksLikeUtf16(bytes)) {
    reading.problems.error(reading.at(path), {
      code: 'FILE002',
      message: 'the file is UTF-16 text, not UTF-8',
      wayOut: 'save it again as UTF-8',
    });
    return undefined;
  }
  const text = decoded(bytes);
  if (text === undefined) {
    reading.problems.error(reading.at(path, { line: lineOfBadByte(bytes), column: 1 }), {
      code: 'FILE002',
      message: 'the file is not UTF-8 text',
      wayOut: 'save it again as UTF-8, and check this line',
    });
    return undefined;
  }
  reportInvisible(reading, path, text);
  return text;
}

function tooLarge(bytes: Uint8Array): string | undefined {
  return bytes.length > MAX_FILE_BYTES ? 'it is larger than 10 MB' : undefined;
}

/** No line feed is part of a longer UTF-8 sequence, so lines can be decoded one by one. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  while (from <= bytes.length) {
    const feed = bytes.indexOf(10, from);
    const until = feed < 0 ? bytes.length : feed;
    if (decoded(bytes.subarray(from, until)) === undefined) return line;
    from = until + 1;
    line += 1;
  }
  return 1;
}

/** Line ends and tabs are for YAML and Markdown to handle. */
function reportInvisible(reading: Reading, path: string, text: string): void {
  if (PLAIN.test(text)) return;
  let reported = 0;
  for (const found of text.matchAll(EACH_INVISIBLE)) {
    if (found[0] === '\t' || found[0] === '\n') continue;
    if (reported === MAX_REPORTED) return;
    reported += 1;
    const before = text.slice(0, found.index).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    reading.problems.error(reading.at(path, { line: before.length, column }), {
      code: 'TEXT002',
      message: `control or invisible character ${codePoint(found[0])}`,
      value: found[0],
      wayOut: 'delete it: it may have come with copied text',
    });
  }
}
