import { wrapped } from '../../../text/wrapped';
import { ACTION_WORDS, kindText } from './kinds';
import { ACTIONS } from './stackPlan';
import type { SummarizedChange, SummarizedStack } from './summary';

/** Most objects, or groups of objects, that are described; the others are counted. */
const MOST = 40;
/** From this many on, objects of a kind that change in the same way are one entry. */
const GROUP = 4;

/**
 * One stack's plan for people.
 * @param addresses whether Terraform's addresses are listed as well
 */
export function planText({ stack, changes, imports }: SummarizedStack, addresses: boolean): string {
  if (changes.length === 0 && imports.length === 0) return `${stack}: nothing to change\n`;
  const counts = ACTIONS.flatMap((action) => {
    const all = changes.filter((each) => each.action === action);
    return all.length === 0 ? [] : [`${ACTION_WORDS[action].verb} ${countsText(all)}`];
  });
  if (imports.length > 0) counts.push(`takes over ${imports.length} that exist already`);
  const entries = entriesOf(changes.filter(({ action, text }) => action !== 'create' || text.length > 0));
  const more = entries.length - MOST;
  return [
    wrapped(`${stack}: ${counts.join('; ')}`),
    ...entries
      .slice(0, MOST)
      .flatMap(({ head, text }) => [wrapped(head, '  '), ...text.map((line) => wrapped(line, '      '))]),
    ...(more > 0 ? [`  and ${more} more\n`] : []),
    ...(addresses ? [addressText({ changes, imports })] : []),
  ].join('');
}

/** Terraform's own view: a sign and an address per line. */
export function addressText({ changes, imports }: Pick<SummarizedStack, 'changes' | 'imports'>): string {
  return [
    ...changes.map(({ address, action }) => `${ACTION_WORDS[action].sign.padEnd(3)} ${address}\n`),
    ...imports.map(({ address }) => `<=  ${address}\n`),
  ].join('');
}

/** The entries of a plan: a single object by its name, several that change in the same way by their number. */
function entriesOf(changes: readonly SummarizedChange[]): { head: string; text: readonly string[] }[] {
  const groups = new Map<string, SummarizedChange[]>();
  for (const change of changes) {
    const { action, type, text, address } = change;
    // Objects that are removed are always named.
    const key = text.length === 0 ? address : [action, type, ...text].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const each = group.map(({ action, object, text }) => ({
      head: `${ACTION_WORDS[action].sign} ${object}`,
      text,
    }));
    const [first] = group;
    if (first === undefined || group.length < GROUP) return each;
    const head = `${ACTION_WORDS[first.action].sign} ${kindText(first.type, group.length)}`;
    return [{ head, text: first.text }];
  });
}

function countsText(changes: readonly SummarizedChange[]): string {
  const types = changes.map(({ type }) => type);
  return [...new Set(types)]
    .map((type) => kindText(type, types.filter((each) => each === type).length))
    .join(', ');
}
