import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { stringify } from 'yaml';
import type { DataFiles } from '../../../src/catalog';

/** An organization of any usual shape, in plain words; times are local to the office that is meant. */
export interface Shape {
  readonly zones: readonly string[];
  readonly rotations: readonly RotationShape[];
  readonly leave: readonly {
    person: number;
    from: string;
    until: string;
    cover?: number;
    rotation?: number;
  }[];
  /** Of each office: days off, and who observes them. */
  readonly holidays: readonly (readonly string[])[];
  readonly observesAll: readonly boolean[];
  readonly left?: { person: number; date: string };
  /** Further targets of the first step, beside the first duty. */
  readonly beside: 'nobody' | 'primary' | 'secondary' | 'person';
  readonly asOf: string;
}

export interface RotationShape {
  readonly duty: 'on-duty' | 'backup';
  readonly office: number;
  readonly handOff: { readonly day: number; readonly at: string };
  readonly hours?: { readonly days?: readonly number[]; readonly from: string; readonly until: string };
  readonly turn: 1 | 7 | 14;
  readonly orders: readonly (readonly number[])[];
}

export const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'] as const;
export const OFFICES = ['home', 'london', 'west'] as const;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Sydney',
];
const FIRST = Temporal.PlainDate.from('2026-01-05');
export const DAYS = 42;

const clock = fc.constantFrom('00:00', '01:30', '02:00', '06:00', '09:00', '17:30', '18:00', '22:00');
const order = fc.uniqueArray(fc.nat(PEOPLE.length - 1), { minLength: 1, maxLength: 4 });
/** Days in the weeks around the changes of spring and autumn, and between. */
const date = fc
  .tuple(fc.constantFrom('2026-02-20', '2026-03-20', '2026-06-01', '2026-10-15', '2026-11-20'), fc.nat(35))
  .map(([from, days]) => Temporal.PlainDate.from(from).add({ days }).toString());

const rotation = (duty: RotationShape['duty']): fc.Arbitrary<RotationShape> =>
  fc.record(
    {
      duty: fc.constant(duty),
      office: fc.nat(OFFICES.length - 1),
      handOff: fc.record({ day: fc.nat(6), at: clock }),
      hours: fc.record(
        {
          days: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }),
          from: clock,
          until: clock,
        },
        { requiredKeys: ['from', 'until'] },
      ),
      turn: fc.constantFrom(1, 7, 14),
      orders: fc.array(order, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['duty', 'office', 'handOff', 'turn', 'orders'] },
  ) as fc.Arbitrary<RotationShape>;

/** Always on call, so that no moment of the first duty is empty. */
const always = rotation('on-duty').map(({ hours: _hours, ...rest }) => rest);

export const shapes: fc.Arbitrary<Shape> = fc.record({
  zones: fc.tuple(...OFFICES.map(() => fc.constantFrom(...ZONES))),
  rotations: fc
    .tuple(
      always,
      fc.array(rotation('on-duty'), { maxLength: 1 }),
      fc.array(rotation('backup'), { minLength: 1, maxLength: 2 }),
    )
    .map(([first, more, backup]) => [first, ...more, ...backup]),
  leave: fc.array(
    fc
      .record({
        person: fc.nat(PEOPLE.length - 1),
        from: date,
        days: fc.nat(9),
        cover: fc.option(fc.nat(PEOPLE.length - 1)),
        // From one rotation alone, now and then.
        rotation: fc.option(fc.nat(1), { freq: 2 }),
      })
      .map(({ person, from, days, cover, rotation }) => ({
        person,
        from,
        until: Temporal.PlainDate.from(from).add({ days }).toString(),
        ...(cover === null || cover === person ? {} : { cover }),
        ...(rotation === null ? {} : { rotation }),
      })),
    { maxLength: 6 },
  ),
  holidays: fc.tuple(...OFFICES.map(() => fc.uniqueArray(date, { maxLength: 3 }))),
  observesAll: fc.tuple(...PEOPLE.map(() => fc.boolean())),
  beside: fc.constantFrom('nobody', 'primary', 'secondary', 'person'),
  asOf: date,
}) as fc.Arbitrary<Shape>;

/** Where somebody works: two people in each office. */
export const officeOf = (person: number): number => person % OFFICES.length;

/** The day on which an order of a rotation begins. */
export function firstDay({ handOff, turn }: RotationShape, version: number): Temporal.PlainDate {
  const first = FIRST.add({ days: handOff.day });
  return first.add({ days: version * turn * Math.round(70 / turn) });
}

/** The data of a shape, as a team would write it. */
export function dataOf(shape: Shape): DataFiles {
  const [home, london, west] = shape.zones;
  const targets = { nobody: [], primary: ['primary'], secondary: ['secondary'], person: ['cat'] }[
    shape.beside
  ];
  const files: Record<string, unknown> = {
    'organization.yaml': {
      name: 'Shapes',
      timeZone: home,
      workingWeek: WEEKDAYS.slice(0, 5),
      officeHours: { from: '09:00', until: '18:00' },
      restDay: 'none',
      handOff: { day: 'monday', at: '09:00' },
      runbooksUrl: 'https://shapes.example/runbooks',
      horizon: `${DAYS}d`,
      duties: ['on-duty', 'backup'],
      offices: {
        london: { name: 'London', timeZone: london, holidays: 'uk' },
        west: { name: 'West', timeZone: west, holidays: 'us', restDay: ['saturday', 'sunday'] },
      },
      escalation: {
        steps: [
          { notify: ['on-duty', ...targets], for: '5m' },
          { notify: ['backup'], for: '10m' },
        ],
        repeat: 1,
      },
      teams: { crew: { name: 'Crew' } },
      people: Object.fromEntries(
        PEOPLE.map((id, index) => [
          id,
          {
            name: id,
            team: 'crew',
            email: `${id}@shapes.example`,
            ...(officeOf(index) === 0 ? {} : { office: OFFICES[officeOf(index)] }),
            observes: shape.observesAll[index] === true ? 'all' : [],
          },
        ]),
      ),
    },
    'pipelines.yaml': {
      orders: { name: 'Orders', coverage: 'on-call', primary: 'ann', secondary: 'ben' },
    },
    'rotations.yaml': Object.fromEntries(
      shape.rotations.map((each, index) => [
        `r${index}`,
        {
          name: `Rotation ${index}`,
          pipelines: ['orders'],
          duty: each.duty,
          ...(each.office === 0 ? {} : { office: OFFICES[each.office] }),
          handOff: { day: WEEKDAYS[each.handOff.day], at: each.handOff.at },
          ...(each.hours && {
            hours: {
              ...(each.hours.days && { days: each.hours.days.map((day) => WEEKDAYS[day]) }),
              from: each.hours.from,
              until: each.hours.until,
            },
          }),
          turn: `${each.turn}d`,
          versions: each.orders.map((people, version) => ({
            from: firstDay(each, version).toString(),
            order: people.map((person) => PEOPLE[person]),
          })),
        },
      ]),
    ),
    'leave.yaml': shape.leave.map(({ person, from, until, cover, rotation }) => ({
      person: PEOPLE[person],
      from,
      until,
      ...(cover === undefined ? {} : { cover: PEOPLE[cover] }),
      ...(rotation === undefined ? {} : { rotation: `r${rotation}` }),
    })),
    ...Object.fromEntries(
      ['', 'uk/', 'us/'].flatMap((folder, office) =>
        [2026, 2027].map((year) => [
          `holidays/${folder}${year}.yaml`,
          year === 2026
            ? (shape.holidays[office] ?? []).map((day, index) => ({
                id: `h${office}${index}`,
                name: `Holiday ${office}${index}`,
                date: day,
                status: 'gazetted',
              }))
            : [],
        ]),
      ),
    ),
  };
  const steps = [targets.length === 0 ? 'on-duty' : ['on-duty', ...targets], 'backup'];
  const text = (value: unknown) => stringify(value, { aliasDuplicateObjects: false });
  return new Map([
    ...Object.entries(files).map(([name, value]) => [name, Buffer.from(text(value))] as const),
    [
      'runbooks/orders.md',
      Buffer.from(runbook(text({ pipeline: 'orders', escalation: steps, alerts: ALERTS }))),
    ],
  ]);
}

const ALERTS = [{ id: 'failed', kind: 'failure', failureClass: 'processing' }];

function runbook(frontMatter: string): string {
  return `---
${frontMatter}---
# Orders

## Description
Text.

## Critical inputs
Text.

## Critical outputs
Text.

## Common failures
Text.

## Monitoring alerts

### Failed

**Meaning.** It failed.

**Check.**

1. Look.

**Repair.**

1. Mend.

## Escalation
Text.
`;
}
