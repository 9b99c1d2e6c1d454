/** Most characters that GitHub takes in a comment or an issue. */
export const MAX_BODY = 65_536;

/**
 * Text that is shown as it is: it notifies nobody, links nowhere, and cannot end its block.
 */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\n?$/, '\n')}${fence}`;
}

/** A part that is folded; its title is ours. */
export function folded(title: string, markdown: string): string {
  return `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}

/**
 * Markdown of at most so many characters: whole lines, what is open there closed, and a
 * note in place of the rest.
 */
export function cut(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown;
  const kept: string[] = [];
  let length = 0;
  let open: Open = { fence: '', details: 0 };
  for (const line of markdown.split('\n')) {
    const next = after(open, line);
    const reserve = closing(next).length + note.length + 4;
    if (length + line.length + 1 + reserve > limit) break;
    kept.push(line);
    length += line.length + 1;
    open = next;
  }
  return `${kept.join('\n')}\n${closing(open)}\n${note}\n`;
}

/** What is open at the end of a line. */
interface Open {
  /** The fence of a code block. */
  readonly fence: string;
  /** How many folded parts. */
  readonly details: number;
}

function after({ fence, details }: Open, line: string): Open {
  const [, run = '', rest = ''] = /^ {0,3}(`{3,})(.*)$/.exec(line) ?? [];
  if (fence !== '') {
    return { fence: run.length >= fence.length && rest.trim() === '' ? '' : fence, details };
  }
  if (run !== '') return { fence: run, details };
  const count = (tag: RegExp) => [...line.matchAll(tag)].length;
  return { fence, details: Math.max(0, details + count(/<details\b/g) - count(/<\/details>/g)) };
}

function closing({ fence, details }: Open): string {
  return `${fence === '' ? '' : `${fence}\n`}${'\n</details>\n'.repeat(details)}`;
}
