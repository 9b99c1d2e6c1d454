import { comment } from './comment';

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
