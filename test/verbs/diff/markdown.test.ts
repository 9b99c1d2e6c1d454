import { Temporal } from 'temporal-polyfill';
import { diffOf } from '../../../src/verbs/diff/changes';
import { diffMarkdown } from '../../../src/verbs/diff/markdown';
import { catalogOf, type FixtureSpec } from '../../roster/fixture';

const SOURCE = { id: 'data', name: 'data', label: 'data', files: new Map(), uncommitted: false };

function comment(before: FixtureSpec, after: FixtureSpec): string {
  const [old, present] = [catalogOf(before), catalogOf(after)];
  const asOf = Temporal.Instant.from('2026-03-01T16:00:00Z');
  const side = (catalog: typeof old) => ({ catalog, pages: new Map<string, string>() });
  const diff = diffOf({ before: side(old), after: side(present), asOf });
  return diffMarkdown({ base: SOURCE, head: SOURCE, diff, before: old, after: present, problems: [] });
}

test('the largest change that there can be fits a comment of GitHub, and says what is left out', () => {
  const people = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`person-${index}`, []]));
  const ids = Object.keys(people);
  const rotations = (order: readonly string[]) =>
    Array.from({ length: 12 }, (_, index) => ({
      id: `rotation-${index}`,
      turnDays: 1,
      versions: [{ from: '2026-01-05', order }],
    }));
  const text = comment(
    { people, rotations: rotations(ids) },
    { people, rotations: rotations([...ids].reverse()) },
  );
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/\d+ more shifts: `npx watchbill diff` shows them all\./);
});

test('long tables are folded, and a name that is Markdown stays a name', () => {
  const people = { '<b>@all': [], 'a|b': [] };
  const rotations = (first: string) => [
    { turnDays: 1, versions: [{ from: first, order: ['<b>@all', 'a|b'] }] },
  ];
  const text = comment(
    { people, rotations: rotations('2026-01-05') },
    { people, rotations: rotations('2026-01-06') },
  );
  // 84 days from 2 March, 00:00, the first and the last of them cut at 09:00: 85 spans.
  expect(text).toContain('<details><summary>Investor profit: 85 shifts</summary>');
  expect(text).not.toMatch(/<b>|@/);
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && /Mar|Apr|May/.test(line));
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) expect(row.split('|')).toHaveLength(7);
});
