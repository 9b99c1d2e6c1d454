import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchbill } from '../../cli/run';
import { attributesOf, filesBelow, ownFolder, written } from './folder';

const { root, out } = ownFolder();
const data = join(root, 'data');
// Half past six on the evening of Sunday 29 November in Berlin; in London George's last afternoon is over.
const AS_OF = '2026-11-29T18:30';
let site: ReadonlyMap<string, string>;

/** From weeks of afternoons to two days each from 08:00 until 20:00, from Monday 30 November on. */
const VERSION =
  '{ from: 2026-11-30, order: [george, harriet], turn: 2d, handOff: { at: "08:00" }, hours: { from: "08:00", until: "20:00" } }';

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of a table that people see, one text each. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr([^>]*)>(.*?)<\/tr>/gs)]
    .filter(([, attributes = '']) => !/ hidden(?=[ >]|$)/.test(attributes))
    .map(([, , cells = '']) => textOf(cells));

/** The part of a page from a mark on. */
function after(page: string, mark: string): string {
  const text = site.get(page) ?? '';
  expect(text).toContain(mark);
  return text.slice(text.indexOf(mark));
}

beforeAll(async () => {
  cpSync(join(__dirname, '../../../examples/three-offices'), data, { recursive: true });
  const file = join(data, 'rotations.yaml');
  const order = 'order: [fiona, george, imran] }\n';
  writeFileSync(file, readFileSync(file, 'utf8').replace(order, `${order}    - ${VERSION}\n`));
  const { code, err } = await written(out, '--data', data, '--as-of', '2026-11-27');
  expect([code, err]).toEqual([0, '']);
  site = filesBelow(out);
});

test('days of the same hours are one row, which says the hours; those of the next order are another', () => {
  expect(rowsOf(after('roster.html', 'id="rotation-london"')).slice(0, 6)).toEqual([
    'From Until On call',
    'Fri 27 Nov 11:00 Sun 29 Nov 17:00 George 3 times, each 11:00 to 17:00',
    'Mon 30 Nov 08:00 Tue 1 Dec 20:00 George 2 times, each 08:00 to 20:00',
    'Wed 2 Dec 08:00 Thu 3 Dec 20:00 Harriet 2 times, each 08:00 to 20:00',
    'Fri 4 Dec 08:00 Sat 5 Dec 20:00 George 2 times, each 08:00 to 20:00',
    'Sun 6 Dec 08:00 Mon 7 Dec 20:00 Harriet 2 times, each 08:00 to 20:00',
  ]);
});

test('the rows for programs are the shifts of roster --json', async () => {
  const { out: json } = await watchbill(['roster', '--json', '--data', data, '--as-of', '2026-11-27']);
  const shifts = JSON.parse(json).rotations.flatMap(
    ({ id, shifts }: { id: string; shifts: Record<'from' | 'until' | 'onDuty', string>[] }) =>
      shifts.map(({ from, until, onDuty }) => [id, from, until, onDuty].join(' ')),
  );
  const rows = attributesOf(site.get('roster.html') ?? '', 'tr').filter((row) => 'data-rotation' in row);
  expect(
    rows.map((row) => ['rotation', 'from', 'until', 'on-duty'].map((name) => row[`data-${name}`]).join(' ')),
  ).toEqual(shifts);
  expect(shifts).toContain('london 2026-11-30T08:00:00+00:00 2026-11-30T20:00:00+00:00 george');
});

test('a person’s page has the hours of each order', () => {
  const table = after('people/harriet.html', 'id=":shifts"');
  expect(rowsOf(table.slice(0, table.indexOf('</table>'))).slice(1, 4)).toEqual([
    'Wed 2 Dec 08:00 Wed 2 Dec 20:00 London afternoons',
    'Thu 3 Dec 08:00 Thu 3 Dec 20:00 London afternoons',
    'Sun 6 Dec 08:00 Sun 6 Dec 20:00 London afternoons',
  ]);
});

test('between two orders nobody is on call, and the first of the next is named with its own hour', async () => {
  const evening = join(root, 'evening');
  await written(evening, '--data', data, '--as-of', AS_OF);
  const index = filesBelow(evening).get('index.html') ?? '';
  const [, duty = ''] = /<dl [^>]*data-live="london">(.*?)<\/dl>/s.exec(index) ?? [];
  expect(textOf(duty)).toBe(
    'On call, London afternoons nobody Next , London afternoons George from Mon 30 Nov 08:00 (Europe/London)',
  );
});
