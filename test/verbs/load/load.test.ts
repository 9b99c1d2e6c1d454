import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

test('for people: a table, a chart, and who owes whom, within 80 columns', async () => {
  const { code, out } = await watchbill(['load']);
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "On call from Mon 23 Nov 2026 00:00 until Mon 15 Feb 2027 00:00
      (Asia/Kuala_Lumpur)
    person   turns  hours  nights  weekend days  holidays
    Aidil    8      997    43      12            6
    Spencer  6      888    38      12            5
    Thiru    8      1043   45      12            3
    Choo     8      1104   48      12            2

    person   rotation               turns  hours  nights  weekend days  holidays
    Aidil    profit-and-engagement  4      478    21      6             4
    Aidil    growth                 4      519    22      6             3
    Spencer  profit-and-engagement  3      495    21      6             2
    Spencer  growth                 3      393    17      6             4
    Thiru    profit-and-engagement  5      539    24      6             1
    Thiru    growth                 3      504    21      6             2
    Choo     profit-and-engagement  3      504    21      6             2
    Choo     growth                 5      600    27      6             0

    person   hours on call
    Aidil    ████████████████████████████████████ 997
    Spencer  ████████████████████████████████ 888
    Thiru    ██████████████████████████████████████ 1043
    Choo     ████████████████████████████████████████ 1104

    covers   given      received   balance
    Aidil    2 (24 h)   1 (35 h)   -11 h
    Spencer  -          2 (120 h)  -120 h
    Thiru    1 (35 h)   -          +35 h
    Choo     1 (111 h)  1 (15 h)   +96 h

    Spencer owes Choo 4 days 15 hours
    Aidil owes Thiru 1 day 11 hours
    Choo owes Aidil 15 hours
    Spencer owes Aidil 9 hours
    "
  `);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('for programs: Spencer is covered by Choo from Monday 09:00 until Saturday, 111 hours', async () => {
  const { out } = await watchbill([
    'load',
    '--from',
    '2026-12-07T09:00',
    '--until',
    '2026-12-14T09:00',
    '--json',
  ]);
  const json = JSON.parse(out) as {
    people: { id: string }[];
    debts: unknown[];
  };
  expect(json).toMatchObject({
    asOf: '2026-11-23T00:00:00+08:00',
    from: '2026-12-07T09:00:00+08:00',
    until: '2026-12-14T09:00:00+08:00',
    timeZone: 'Asia/Kuala_Lumpur',
    debts: [{ debtor: 'spencer', creditor: 'choo', hours: 111 }],
  });
  expect(json.people).toEqual([
    person('aidil', 'Aidil', [1, 168, 7, 2], [0, 0], [0, 0], 'profit-and-engagement'),
    // From Saturday 00:00: the nights of Friday, Saturday and Sunday.
    person('spencer', 'Spencer', [1, 57, 3, 2], [0, 0], [1, 111], 'growth'),
    person('thiru', 'Thiru', [0, 0, 0, 0], [0, 0], [0, 0]),
    person('choo', 'Choo', [1, 111, 5, 0], [1, 111], [0, 0], 'growth'),
  ]);
});

function person(
  id: string,
  name: string,
  [turns, hours, nights, weekendDays]: readonly number[],
  [given, givenHours = 0]: readonly number[],
  [received, receivedHours = 0]: readonly number[],
  rotation?: string,
) {
  const carried = { hours, nights, weekendDays, holidays: 0 };
  return {
    timeZone: 'Asia/Kuala_Lumpur',
    duties:
      rotation === undefined
        ? []
        : [
            {
              duty: 'on-duty',
              ...carried,
              rotations: [{ rotation, turns, ...carried }],
            },
          ],
    id,
    name,
    turns,
    hours,
    nights,
    weekendDays,
    holidays: 0,
    given: { covers: given, hours: givenHours },
    received: { covers: received, hours: receivedHours },
    balanceHours: givenHours - receivedHours,
  };
}

test('--until a date includes the day', async () => {
  const { out } = await watchbill(['load', '--from', '2026-12-01', '--until', '2026-12-31', '--json']);
  expect(JSON.parse(out)).toMatchObject({ until: '2027-01-01T00:00:00+08:00' });
});

test('nobody covers for anybody, and it is said', async () => {
  const { out } = await watchbill(['load', '--until', '2026-11-29']);
  expect(out).toContain('No covers.');
});

test.each([
  [['--from', '2026-02-30'], 'ASOF001: --from is not a valid instant'],
  [['--until', 'soon'], 'ASOF001: --until is not a valid instant'],
  [['--from', '2026-12-02', '--until', '2026-12-01'], '--until is not after --from: "2026-12-01"'],
  [['--until', '2026-11-01'], '--until is not after as of'],
  [['--from', '2028-01-01'], '--from is not before the horizon'],
])('wrong usage %j', async (args, message) => {
  const { code, out, err } = await watchbill(['load', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('a time past the last holiday file is an error; so is data with errors', async () => {
  const late = await watchbill(['load', '--until', '2028-01-31']);
  expect([late.code, late.out]).toEqual([1, '']);
  expect(late.err).toContain('HOLI003');
  const broken = await watchbill(['load', '--data', changedData('leave.yaml', (text) => `${text}- {}\n`)]);
  expect([broken.code, broken.out]).toEqual([1, '']);
  expect(broken.err).toContain('DATA002');
});
