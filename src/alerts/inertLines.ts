import { CODE_PREFIX } from '../catalog';
import { counted } from '../text/counted';
import { inert, inertCode } from './inert';

/** Markdown shows lines that are indented by four columns as code. */
const CODE_INDENT = '    ';

/** Indentation and mark of a list item. */
const ITEM = /^( *)(- |\d{1,9}\. )?(.*)$/s;

/** Signs that, alone on a line, would turn their neighbors into a heading, a rule or a table. */
const DRAWN = /^[-=_*#~+|:\s]*$/;

/** Room for the note of how much was left out. */
const NOTE_LENGTH = 40;

/**
 * Plain text of a runbook as lines of a message, each made inert on its own. Lines of code keep
 * their white space, and are indented between empty lines. What does not fit is cut, if possible
 * after a whole word, and counted.
 * @param text one line per paragraph, list item, table row and line of code; code follows {@link CODE_PREFIX}
 * @param length most text to show, in UTF-16 units
 * @param indent white space before all lines except the first
 * @example
 * inertLines('Run:\n\tjob log orders', 80, '   ') // ['Run:', '', '       job log orders']
 */
export function inertLines(text: string, length: number, indent = ''): readonly string[] {
  const lines = text.split('\n').flatMap(inertLine);
  const { shown, left } = fitting(lines, length);
  const note = left === 0 ? '' : `(${counted(left, 'more word')} in the runbook)`;
  const last = shown.at(-1);
  if (note !== '' && last !== undefined && !last.startsWith(CODE_PREFIX))
    shown[shown.length - 1] = `${last} ${note}`;
  else if (note !== '') shown.push(`… ${note}`);
  return laidOut(shown, indent);
}

/** @returns nothing for a line that has nothing to show */
function inertLine(line: string): string[] {
  if (line.startsWith(CODE_PREFIX)) {
    const code = inertCode(line.slice(CODE_PREFIX.length));
    return code.trim() === '' ? [] : [CODE_PREFIX + code];
  }
  const [, blanks = '', mark = '', words = ''] = ITEM.exec(line) ?? [];
  const safe = inert(words);
  return DRAWN.test(safe) ? [] : [blanks + mark + safe];
}

function fitting(lines: readonly string[], length: number): { shown: string[]; left: number } {
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  if (total <= length) return { shown: [...lines], left: 0 };
  const shown: string[] = [];
  let room = Math.max(1, length - NOTE_LENGTH);
  for (const line of lines) {
    if (line.length > room) {
      const head = cut(line, room);
      if (head !== '') shown.push(head);
      break;
    }
    shown.push(line);
    room -= line.length;
  }
  const words = (all: readonly string[]) =>
    all
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== '').length;
  const whole = words(shown.map((line) => line.replace(/\S*…$/, '')));
  return { shown, left: words(lines) - whole };
}

/** The start of a line, with an ellipsis; nothing of a line of code, because half a command is a different one. */
function cut(line: string, room: number): string {
  if (line.startsWith(CODE_PREFIX)) return '';
  const head = line.slice(0, room - 1);
  const word = line[room - 1] === ' ' ? head.length : head.lastIndexOf(' ');
  if (word > room / 2) return `${head.slice(0, word).trimEnd()} …`;
  const kept = head.replace(/\p{Cs}/gu, '').trimEnd();
  return kept === '' ? '' : `${kept}…`;
}

function laidOut(lines: readonly string[], indent: string): string[] {
  const isCode = (line: string | undefined) => line?.startsWith(CODE_PREFIX) === true;
  const begun = isCode(lines[0]) ? ['Run:', ...lines] : lines;
  return begun.flatMap((line, index) => {
    const apart = index > 0 && isCode(line) !== isCode(begun[index - 1]);
    const laid = isCode(line) ? `${CODE_INDENT}${line.slice(CODE_PREFIX.length)}` : line;
    return [...(apart ? [''] : []), index === 0 ? laid : indent + laid];
  });
}
