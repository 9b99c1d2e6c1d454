import { columnsOf, WIDTH } from './columns';

/**
 * Wraps a text between words into lines of at most 80 columns. Each line is indented, those after
 * the first by two more columns; a longer word has its own line.
 * @example
 * wrapped('threshold 5, the data says 1', '  ') // '  threshold 5, the data says 1\n'
 */
export function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isFirst = line.trim() === '';
    if (!isFirst && columnsOf(line) + 1 + columnsOf(word) > WIDTH) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = isFirst ? `${line}${word}` : `${line} ${word}`;
    }
  }
  return `${[...lines, line].join('\n')}\n`;
}
