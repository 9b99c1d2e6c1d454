import { didYouMean, nearest } from '../text/nearest';
import { UsageError } from '../text/usageError';

const PLURAL = {
  person: 'people',
  pipeline: 'pipelines',
  alert: 'alerts',
  rotation: 'rotations',
} as const;

/** What an id can name. */
type Noun = keyof typeof PLURAL;

/**
 * The entity with the id that was typed.
 * @throws UsageError with the closest id, the ids that contain what was typed, or the list of all
 * @example
 * findById('person', [{ id: 'aidil' }], 'aidl') // UsageError: unknown person "aidl": did you mean "aidil"?
 */
export function findById<T extends { readonly id: string }>(noun: Noun, known: readonly T[], id: string): T {
  const found = known.find((entity) => entity.id === id);
  if (found !== undefined) return found;
  const ids = known.map((entity) => entity.id);
  throw new UsageError(`unknown ${noun} ${JSON.stringify(id)}: ${hint(noun, ids, id)}`);
}

/** The closest id; else ids that contain the text, which is how people shorten an id; else all. */
function hint(noun: Noun, ids: readonly string[], id: string): string {
  const containing = id === '' ? [] : ids.filter((known) => known.includes(id));
  return nearest(id, ids) === undefined && containing.length > 0
    ? `did you mean ${containing.map((each) => `"${each}"`).join(' or ')}?`
    : didYouMean(id, ids, PLURAL[noun]);
}

/** The parser's message about an unknown option or verb, with what it suggests instead. */
const UNKNOWN = /^error: unknown \w+ '-*(.?).*'(\n\(Did you mean (?:one of )?(.+)\?\))\n$/s;

/**
 * The parser's message without a suggestion that is like what was typed only by chance: it
 * takes `--person` for a misspelt `--version`. A slip seldom changes the first letter.
 */
export function withoutFarSuggestion(message: string): string {
  const [, first = '', suggestion = '', names = ''] = UNKNOWN.exec(message) ?? [];
  const isLikely = names.split(', ').some((name) => name.replace(/^-+/, '').startsWith(first));
  return isLikely ? message : message.replace(suggestion, '');
}
