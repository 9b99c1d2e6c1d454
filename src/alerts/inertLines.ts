import { counted } from '../text/counted';
import { inert, inertCode } from './inert';

/** Begins a line of code in the plain text of a runbook. */
const CODE = '\t';

/** Markdown shows as code what stands four columns deeper. */
const CODE_INDENT = '    ';

/** Depth and mark of an item of a list. */
const ITEM = /^( *)(- |\d{1,9}\. )?(.*)$/s;

/** Signs that alone on a line would make a heading, a rule or a table of their neighbours. */
const DRAWN = /^[-=_*#~+|:\s]*$/;

/** Room for saying how much was left out. */
const NOTE_LENGTH = 40;

/**
 * Plain text of a runbook as lines of a message: inert, each line for itself; lines of code
 * keep their white space and stand deeper, between empty lines. What does not fit is cut
 * after a whole word where there is one near, and counted.
 * @param text - one line for each paragraph, item, row and line of code, the last behind a tab
 * @param length - how much of the text is shown, in UTF-16 units
 * @param indent - white space before all lines but the first
 * @example
 * inertLines('Run:\n\tjob log orders', 80, '   ') // ['Run:', '', '       job log orders']
 */
export function inertLines(text: string, length: number, indent = ''): readonly string[] {
  const lines = text.split('\n').flatMap(inertLine);
  const { shown, left } = fitting(lines, length);
  const note = left === 0 ? '' : `(${counted(left, 'more word')} in the runbook)`;
  const last = shown.at(-1);
  if (note !== '' && last !== undefined && !last.startsWith(CODE))
    shown[shown.length - 1] = `${last} ${note}`;
  else if (note !== '') shown.push(`… ${note}`);
  return laidOut(shown, indent);
}

/** None where nothing is left to be shown. */
function inertLine(line: string): string[] {
  if (line.startsWith(CODE)) {
    const code = inertCode(line.slice(CODE.length));
    return code.trim() === '' ? [] : [CODE + code];
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

/** The beginning of a line, with an ellipsis; nothing of a line of code, half of which is another. */
function cut(line: string, room: number): string {
  if (line.startsWith(CODE)) return '';
  const head = line.slice(0, room - 1);
  const word = line[room - 1] === ' ' ? head.length : head.lastIndexOf(' ');
  if (word > room / 2) return `${head.slice(0, word).trimEnd()} …`;
  const kept = head.replace(/\p{Cs}/gu, '').trimEnd();
  return kept === '' ? '' : `${kept}…`;
}

function laidOut(lines: readonly string[], indent: string): string[] {
  const isCode = (line: string | undefined) => line?.startsWith(CODE) === true;
  const begun = isCode(lines[0]) ? ['Run:', ...lines] : lines;
  return begun.flatMap((line, index) => {
    const apart = index > 0 && isCode(line) !== isCode(begun[index - 1]);
    const laid = isCode(line) ? `${CODE_INDENT}${line.slice(CODE.length)}` : line;
    return [...(apart ? [''] : []), index === 0 ? laid : indent + laid];
  });
}
