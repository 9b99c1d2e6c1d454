import { tableText } from '../../text/table';
import { visible } from '../../text/visible';
import type { Survey } from './survey';

/** Which file was written, and which one is read. */
export interface WrittenFile {
  readonly file: string;
  /** The one that synthesis reads. */
  readonly read: string;
  /** Whether it is there, written now or before. */
  readonly exists: boolean;
}

/** What will be adopted, for people, and what to do next. */
export function adoptedText({ found, objects }: Survey, { file, read, exists }: WrittenFile): string {
  if (found.length === 0) {
    const old = exists ? `${file} is of no use any more: remove it.\n` : '';
    return `None of the ${objects} objects that would be deployed exists yet: there is nothing to adopt.\n${old}`;
  }
  const rows = found.map(({ address, importId, called }) => [address, visible(importId), visible(called)]);
  const move = file === read ? '' : `Only ${read} is read: put it there first.\n`;
  return `${tableText(['address', 'id', 'called'], rows)}
${file} written: ${found.length} of ${objects} objects exist already and will be changed in place.
${move}Next: review it, then npx watchbill deploy. Its plan takes over each of them; one that it
replaces would be deleted: do not approve that.
`;
}

/** What somebody has to decide first. */
export function undecidedText({ undecided }: Survey, old: string | undefined): string {
  const problems = undecided.map(
    ({ address, problem, wayOut }) => `${address}: ${visible(problem)}\n  ${visible(wayOut)}\n`,
  );
  const left = old === undefined ? '' : `; ${old} is as it was`;
  return `${problems.join('')}${undecided.length} undecided: nothing was written${left}; run it again afterwards\n`;
}
