import { columnsOf } from './columns';
import { WIDTH } from './width';

/**
 * Text in lines of at most 80 columns, broken between words, each behind the indent and
 * those after the first two deeper; a longer word has a line of its own.
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
