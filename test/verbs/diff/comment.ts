import { Temporal } from 'temporal-polyfill';
import { diffOf } from '../../../src/verbs/diff/changes';
import { diffMarkdown } from '../../../src/verbs/diff/markdown';
import { catalogOf, type FixtureSpec } from '../../roster/fixture';

const SOURCE = { id: 'data', name: 'data', label: 'data', files: new Map(), uncommitted: false };

/** What a pull request is told of a change of rotations. */
export function comment(before: FixtureSpec, after: FixtureSpec): string {
  const [old, present] = [catalogOf(before), catalogOf(after)];
  const asOf = Temporal.Instant.from('2026-03-01T16:00:00Z');
  const side = (catalog: typeof old) => ({ catalog, pages: new Map<string, string>() });
  const diff = diffOf({ before: side(old), after: side(present), asOf });
  return diffMarkdown({ base: SOURCE, head: SOURCE, diff, before: old, after: present, problems: [] });
}
