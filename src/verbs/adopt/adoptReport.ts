import { withExplainHint } from '../../cli/explainHint';
import { columnsOf, WIDTH } from '../../text/columns';
import { counted } from '../../text/counted';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import type { Change } from '../drift/differences';
import type { FoundObject, Survey } from './survey';

/** The imports file that was written, and the one that synthesis reads. */
export interface WrittenFile {
  readonly file: string;
  readonly read: string;
  /** Whether the file exists, written now or before. */
  readonly exists: boolean;
}

/** The number of changes shown per object; a schedule may have one for each shift. */
const SHOWN_CHANGES = 9;

/** Addresses listed per type of what was not found. */
const SHOWN_ADDRESSES = 5;

/** What will be imported, what the deploy will change on it, and what to do next. */
export function adoptedText(
  { found, objects, mappable }: Survey,
  { file, read, exists }: WrittenFile,
): string {
  if (found.length === 0) {
    const old = exists ? `${file} is no longer needed: remove it.\n` : '';
    return `None of the ${objects} objects that would be deployed exists yet: there is nothing to adopt.\n${old}${unfoundText(mappable)}`;
  }
  const move = file === read ? '' : `Only ${read} is read: move the file there first.\n`;
  const changing = found.filter(({ changes }) => changes.length > 0).length;
  // An object that somebody chose is shown even if nothing changes.
  const same = found.filter(({ changes, by }) => changes.length === 0 && by === undefined);
  const shown = found.filter((each) => !same.includes(each));
  return `${shown.map(objectText).join('')}${sameText(same)}
${file} written: ${found.length} of ${objects} objects exist already.
The next deploy takes them over and makes ${changing === 0 ? 'no changes to them' : 'the changes above'}.
${unfoundText(mappable)}${move}Then run npx watchbill deploy. Do not approve its plan if it "replaces" or
"removes" one of them: that would delete the object.
`;
}

/** Objects that are as the data has them: by type, the rest of each address. */
function sameText(same: readonly FoundObject[]): string {
  if (same.length === 0) return '';
  const lines = [...new Set(same.map(({ type }) => type))].map((type) => {
    const names = same
      .filter((each) => each.type === type)
      .map(({ address }) => address.slice(type.length + 1));
    return wrapped(`${type}: ${names.join(', ')}`, '  ');
  });
  return `Without a change (--json has their ids):\n${lines.join('')}`;
}

/** Addresses and ids are never broken over lines, so that they can be copied. */
function objectText({ address, importId, called, changes, by }: FoundObject): string {
  // For an object that somebody chose, everything that will be overwritten is shown.
  const listed = changes.slice(0, by === undefined ? SHOWN_CHANGES : changes.length).map(changeText);
  const more = changes.length - listed.length;
  return [
    `${address}\n${wrapped(`${visible(importId)}, called ${visible(called)}${byText(by)}${changes.length === 0 ? ': no changes' : ''}`, '  ')}`,
    ...listed,
    ...(more > 0 ? [`    and ${counted(more, 'more change')} (--json has them all)\n`] : []),
  ].join('');
}

function byText(by: FoundObject['by']): string {
  return by === undefined ? '' : by === 'file' ? ', as the file had it' : `, by ${by}`;
}

/** Whole addresses, to be copied into a `--map`, a few per type: a team new to Datadog has none of its monitors there. */
function unfoundText(mappable: Survey['mappable']): string {
  const types = [...new Set(mappable.map(({ type }) => type))];
  const lines = types.flatMap((type) => {
    const own = mappable.filter((each) => each.type === type);
    const more = own.length - SHOWN_ADDRESSES;
    return [
      ...own.slice(0, SHOWN_ADDRESSES).map(({ address }) => `  ${address}\n`),
      ...(more > 0 ? [`  and ${more} more of type ${type}\n`] : []),
    ];
  });
  const [first] = mappable;
  if (first === undefined) return '';
  return `Not found under the names of the data:
${lines.join('')}If one of them exists under another name, say which before you deploy:
  npx watchbill adopt --map ${first.address}="NAME"
`;
}

function changeText({ label, found, expected }: Change): string {
  const line = `    ${label}: ${found} -> ${expected}\n`;
  if (columnsOf(line.trimEnd()) <= WIDTH) return line;
  return `    ${label}\n${wrapped(`- ${found}`, '      ')}${wrapped(`+ ${expected}`, '      ')}`;
}

/**
 * What somebody has to decide first.
 * @param tool the program that this machine deploys with
 * @param old an imports file that exists already
 */
export function undecidedText({ undecided }: Survey, tool: string, old: string | undefined): string {
  const problems = undecided.map(
    ({ address, problem, wayOut, command }) =>
      `${address}: ${visible(problem)}\n  ${visible(wayOut)}\n${command === undefined ? '' : `    ${tool} ${command}\n`}`,
  );
  const left = old === undefined ? '' : `, and ${old} is unchanged`;
  return withExplainHint(
    `${problems.join('')}${undecided.length} undecided: nothing was written${left}; decide, then run it again\n`,
  );
}
