import { Temporal } from 'temporal-polyfill';
import { type DataFiles, loadCatalogOrThrow } from '../../../../src/catalog';
import { type Diff, diffOf, pagesOf, type ShiftChange, type Side } from '../../../../src/verbs/diff/changes';
import { type Change, changedData, REAL_DATA } from '../../../catalog/changedData';
import { local } from '../../../roster/fixture';

/** Monday 23 November 2026, 00:00 in Kuala Lumpur. */
export const AS_OF = Temporal.Instant.from('2026-11-22T16:00:00Z');

/** The new order of the README's tour. */
export const NEW_ORDER: Change = {
  path: 'rotations.yaml',
  replace: '      order: [spencer, choo, aidil, thiru]\n',
  with: '      order: [spencer, choo, aidil, thiru]\n    - from: 2026-12-14\n      order: [thiru, aidil, choo, spencer]\n',
};

/** A side of a diff. */
export function sideOf(files: DataFiles): Side {
  return { catalog: loadCatalogOrThrow(files, 'data'), pages: pagesOf(files) };
}

/** The diff from XYZ Tech's data to the same with changes. */
export function diffAfter(...changes: readonly Change[]): Diff {
  return diffBetween(REAL_DATA, changedData(...changes));
}

/** The diff between two data folders as of 23 November 2026. */
export function diffBetween(before: DataFiles, after: DataFiles, asOf = AS_OF): Diff {
  return diffOf({ before: sideOf(before), after: sideOf(after), asOf });
}

/**
 * Changes of shifts as local text, one a line.
 * @example
 * // 'growth 2026-12-14T09:00 2026-12-21T09:00 choo -> thiru (rotation)'
 */
export function shiftLines(changes: readonly ShiftChange[]): string[] {
  return changes.map(({ rotation, from, until, before, after, reason }) => {
    const who = `${before?.onDuty.id ?? 'nobody'} -> ${after?.onDuty.id ?? 'nobody'}`;
    return `${rotation} ${local(from)} ${local(until)} ${who} (${reason})`;
  });
}

/** The text of a file of XYZ Tech's data. */
export function realText(path: string): string {
  return Buffer.from(REAL_DATA.get(path) ?? []).toString();
}

/** The page of failure classes, with plain words in place of its links to a page or a section. */
export function withoutLinksTo(target: string): Change {
  const path = 'runbooks/failure-classes.md';
  const links = /\[([^\]]+)\]\(([^)]+)\)/g;
  return {
    path,
    with: realText(path).replace(links, (link, words, url) => (url.startsWith(target) ? words : link)),
  };
}

/** Engagement is repaired in office hours; Choo and Thiru own it, for its team has no desk. */
export const QUIET = changedData(
  {
    path: 'pipelines.yaml',
    replace: 'investors\n  coverage: on-call\n  primary: ba\n  secondary: de\naggregate-growth',
    with: 'investors\n  coverage: office-hours\n  primary: choo\n  secondary: thiru\naggregate-growth',
  },
  { path: 'rotations.yaml', replace: '[aggregate-profit, aggregate-engagement]', with: '[aggregate-profit]' },
  {
    path: 'runbooks/aggregate-engagement.md',
    replace: realText('runbooks/aggregate-engagement.md').match(/^escalation:.*\n/m)?.[0] ?? '',
    with: '',
  },
);

/** Choo's turns become those of somebody else, choo2. */
export const TURNS_OF_CHOO2: readonly Change[] = [
  {
    path: 'rotations.yaml',
    replace: '[aidil, thiru, choo, spencer]',
    with: '[aidil, thiru, choo2, spencer]',
  },
  {
    path: 'rotations.yaml',
    replace: '[spencer, choo, aidil, thiru]',
    with: '[spencer, choo2, aidil, thiru]',
  },
];
