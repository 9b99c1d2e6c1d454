import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogWith, type RotationBlocks, rotationBlocks } from '../../scripts/pictures/rotationBlocks';
import { joinedBlocks, rotationPictures } from '../../scripts/pictures/rotationPictures';
import { parseInstant, rosterOfCatalog, rosterProblems } from '../../src/roster';
import { ROOT } from './blocks';

const blocks = rotationBlocks();
const of = (...headings: string[]) => joinedBlocks(blocks, headings);
const drawn = rotationPictures();
const MORE = 'Business hours, nights, weekends';
const WEEK = of('Business hours', 'Nights', 'Weekends');

function instant(text: string, timeZone: string) {
  const at = parseInstant(text, timeZone);
  if (at === undefined) throw new Error(`no instant: ${text}`);
  return at;
}

/** What is wrong with rotations; that somebody covers (ROTA009) is not. */
function problems(own: RotationBlocks, day = '2026-11-02'): string[] {
  const catalog = catalogWith(own);
  const asOf = instant(day, catalog.organization.timeZone);
  return rosterProblems(catalog, asOf)
    .filter(({ code }) => /^(ROTA|DUTY|LEAV)/.test(code) && code !== 'ROTA009')
    .map(({ code, severity }) => `${severity} ${code}`);
}

/** Who is on call in a section's rotations, and for whom: `from id`, `from id for id`. */
function onCall(own: RotationBlocks, rotation: string, from: string, until: string): string[] {
  const catalog = catalogWith(own);
  const { timeZone } = catalog.organization;
  const window = { from: instant(from, timeZone), until: instant(until, timeZone) };
  const roster = rosterOfCatalog(catalog, window).find((each) => each.rotation === rotation);
  return (roster?.shifts ?? []).map((shift) => {
    const begins = shift.from.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(5, 16);
    const cover = shift.reason === 'rotation' ? '' : ` for ${shift.rostered.id}`;
    return `${begins} ${shift.onDuty.id}${cover}`;
  });
}

test.each([...blocks.keys()])('%s: without a problem, alone or with what it belongs to', (heading) => {
  const part = ['Business hours', 'Nights', 'Weekends'].includes(heading);
  const expected = heading === 'Follow the sun' ? ['warning ROTA006'] : [];
  expect(problems(part ? WEEK : of(heading))).toEqual(expected);
  // And when what was to come has begun.
  expect(problems(part ? WEEK : of(heading), '2026-12-20')).toEqual(expected);
});

test(`${MORE}: each of them is needed`, () => {
  for (const id of Object.keys(WEEK.rotations)) {
    const { [id]: _, ...rotations } = WEEK.rotations;
    expect([id, problems({ ...WEEK, rotations })]).toEqual([id, ['error ROTA008']]);
  }
});

test('Follow the sun: without London the afternoon is open, which is an error', () => {
  const sun = of('Follow the sun');
  const { london: _, ...two } = sun.rotations;
  expect(problems({ ...sun, rotations: two })).toEqual(['error ROTA008', 'warning ROTA006']);
});

test('A primary and a backup: who covers in the first duty is not the backup meanwhile', () => {
  expect(
    onCall(of('A primary and a backup'), 'growth-backup', '2026-12-07T09:00', '2026-12-14T09:00'),
  ).toEqual(['12-07T09:00 thiru for choo', '12-12T00:00 choo']);
});

test('An agreed swap: one Tuesday for another', () => {
  expect(onCall(of('An agreed swap'), 'growth', '2026-12-14T09:00', '2026-12-28T09:00')).toEqual([
    '12-14T09:00 choo',
    '12-15T00:00 aidil for choo',
    '12-16T00:00 choo',
    '12-21T09:00 aidil',
    '12-22T00:00 choo for aidil',
    '12-23T00:00 aidil',
  ]);
});

test('Somebody joins: nothing moves before the new order begins', () => {
  const before = onCall(of('A week each'), 'growth', '2026-11-09', '2026-12-07T09:00');
  expect(onCall(of('Somebody joins'), 'growth', '2026-11-09', '2026-12-07T09:00')).toEqual(before);
  expect(onCall(of('Somebody joins'), 'growth', '2027-01-04T09:00', '2027-01-11T09:00')).toEqual([
    '01-04T09:00 dana',
  ]);
});

test('Somebody leaves: the rest of the turn is covered, then the new order begins', () => {
  expect(onCall(of('Somebody leaves'), 'growth', '2026-11-30T09:00', '2026-12-28T09:00')).toEqual([
    '11-30T09:00 thiru',
    '12-04T00:00 spencer for thiru',
    '12-07T09:00 spencer',
    '12-14T09:00 choo',
    '12-21T09:00 aidil',
  ]);
});

test('From weeks to days: whoever is on call finishes their week', () => {
  expect(onCall(of('From weeks to days'), 'growth', '2026-11-23T09:00', '2026-12-09T09:00')).toEqual([
    '11-23T09:00 aidil',
    '11-30T09:00 thiru',
    '12-07T09:00 spencer',
    '12-08T09:00 choo',
  ]);
});

test('To another hand-off: one turn of eight days, then from Tuesday to Tuesday', () => {
  expect(onCall(of('To another hand-off'), 'growth', '2026-11-23T09:00', '2026-12-22T10:00')).toEqual([
    '11-23T09:00 aidil',
    '11-30T09:00 thiru',
    '12-08T10:00 spencer',
    '12-15T10:00 choo',
  ]);
});

test('From one rotation to days and nights: nobody moves before the hand-off', () => {
  const split = of('From one rotation to days and nights');
  const before = ['2026-11-23T09:00', '2026-12-07T09:00'] as const;
  expect(onCall(split, 'growth', ...before)).toEqual(onCall(of('A week each'), 'growth', ...before));
  expect(onCall(split, 'growth-nights', ...before)).toEqual([]);
  expect(onCall(split, 'growth', '2026-12-07T09:00', '2026-12-09T09:00')).toEqual([
    '12-07T09:00 spencer',
    '12-08T09:00 spencer',
  ]);
  expect(onCall(split, 'growth-nights', '2026-12-07T09:00', '2026-12-09T09:00')).toEqual([
    '12-07T21:00 aidil',
    '12-08T21:00 aidil',
  ]);
});

test('the pictures are fresh: else run npm run pictures', () => {
  const folder = join(ROOT, 'docs/pictures');
  const names = readdirSync(folder).filter((name) => name.startsWith('rotation-'));
  expect(names.sort()).toEqual([...drawn.keys()].sort());
  for (const [name, svg] of drawn)
    expect([name, readFileSync(join(folder, name), 'utf8')]).toEqual([name, svg]);
});

test('the page shows every picture, with words for those who do not see it', () => {
  const page = readFileSync(join(ROOT, 'docs/rotations.md'), 'utf8');
  const shown = [...page.matchAll(/^!\[([^\]]+)\]\(pictures\/([\w-]+\.svg)\)$/gm)];
  expect(shown.map(([, , name]) => name).sort()).toEqual([...drawn.keys()].sort());
  for (const [, words = ''] of shown) expect(words.length).toBeGreaterThan(20);
});
