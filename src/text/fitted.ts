import { columnsOf } from './columns';

/** A word as a shell reads it. */
const WORD = /(?:[^\s"',;]|"[^"]*"|'[^']*')+/.source;
/** What a shell runs, as far as it can be told from prose; its words stay on one line. */
const COMMAND = new RegExp(
  `\\b(?:npx watchbill|watchbill|npm|git|terraform|tofu)(?: [a-z][\\w:-]*)?(?: --?[A-Za-z][\\w-]*(?:[ =]${WORD})?)*`,
  'g',
);
const COMMAND_ALONE = /^\s*(?:npx|npm|git|terraform|tofu|export|cd) /;
const QUOTED = /"[^"]*"|'[^']*'/g;
const PROSE = /[,;:](?: |$)/;
/** A space within a command, while lines are made. */
const TIED = '\u00a0';

/**
 * Breaks the lines of a message that are wider than a terminal, between words, so that the
 * terminal does not break them within one. What follows is indented further, to tell it from the
 * next line. Addresses, paths and commands stay whole, wider than the terminal if need be.
 * @param width columns of the terminal
 * @example
 * fitted('--until is missing\n', 80) // '--until is missing\n'
 */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (columnsOf(line) <= width || isCommand(line) ? line : broken(line, width)))
    .join('\n');
}

function isCommand(line: string): boolean {
  return COMMAND_ALONE.test(line) && !PROSE.test(line.replace(QUOTED, ''));
}

function broken(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const further = ' '.repeat(Math.max(4, indent.length + 2));
  const words = line
    .slice(indent.length)
    .replace(COMMAND, (command) => command.replaceAll(' ', TIED))
    .split(' ')
    .map((word) => word.replaceAll(TIED, ' '));
  const lines: string[] = [];
  let last = `${indent}${words[0] ?? ''}`;
  for (const word of words.slice(1)) {
    if (columnsOf(last) + 1 + columnsOf(word) <= width) last = `${last} ${word}`;
    else {
      lines.push(last);
      last = `${further}${word}`;
    }
  }
  return [...lines, last].join('\n');
}
