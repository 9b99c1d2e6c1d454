import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** An organization of any usual shape, in plain words; times are local to the office that is meant. */
export interface Shape {
  readonly zones: readonly string[];
  readonly rotations: readonly RotationShape[];
  /** Whole days, or clock times. */
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
  /** Further targets of the first step, beside the first duty. */
  readonly beside: 'nobody' | 'primary' | 'secondary' | 'person';
  readonly asOf: string;
}

export interface RotationShape {
  readonly duty: 'on-duty' | 'backup';
  readonly office: number;
  readonly handOff: { readonly day: number; readonly at: string };
  readonly hours?: HoursShape;
  readonly turn: number;
  readonly versions: readonly VersionShape[];
}

export interface HoursShape {
  readonly days?: readonly number[];
  readonly from: string;
  readonly until: string;
}

/** An order; what it does not say itself is its rotation's. */
export interface VersionShape {
  readonly order: readonly number[];
  readonly turn?: number;
  readonly at?: string;
  readonly hours?: HoursShape;
}

export const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'] as const;
export const OFFICES = ['home', 'london', 'west'] as const;
const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Sydney',
];
const FIRST = Temporal.PlainDate.from('2026-01-05');
export const DAYS = 28;

const clock = fc.constantFrom('00:00', '01:30', '02:00', '06:00', '09:00', '17:30', '18:00', '22:00');
const order = fc.uniqueArray(fc.nat(PEOPLE.length - 1), { minLength: 1, maxLength: 4 });
/** Days in the weeks around the changes of spring and autumn, and between. */
const date = fc
  .tuple(fc.constantFrom('2026-02-20', '2026-03-20', '2026-06-01', '2026-10-15', '2026-11-20'), fc.nat(35))
  .map(([from, days]) => Temporal.PlainDate.from(from).add({ days }).toString());

const hours = fc.record(
  { days: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }), from: clock, until: clock },
  { requiredKeys: ['from', 'until'] },
);
/** A turn of eight days moves the hand-off to another weekday. */
const version = fc.record(
  { order, turn: fc.constantFrom(1, 7, 8, 14), at: clock, hours },
  { requiredKeys: ['order'] },
);

const rotation = (duty: RotationShape['duty']): fc.Arbitrary<RotationShape> =>
  fc.record(
    {
      duty: fc.constant(duty),
      office: fc.nat(OFFICES.length - 1),
      handOff: fc.record({ day: fc.nat(6), at: clock }),
      hours,
      turn: fc.constantFrom(1, 7, 14),
      versions: fc.array(version, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['duty', 'office', 'handOff', 'turn', 'versions'] },
  ) as fc.Arbitrary<RotationShape>;

/** Always on call, so that no moment of the first duty is empty. */
const always = rotation('on-duty').map(({ hours: _hours, versions, ...rest }) => ({
  ...rest,
  versions: versions.map(({ hours: _own, ...version }) => version),
}));

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
        // From an afternoon until a morning, now and then.
        clock: fc.boolean(),
        cover: fc.option(fc.nat(PEOPLE.length - 1)),
        // From one rotation alone, now and then.
        rotation: fc.option(fc.nat(1), { freq: 2 }),
      })
      .map(({ person, from, days, clock, cover, rotation }) => ({
        person,
        from: clock && days > 0 ? `${from}T14:15` : from,
        until: `${Temporal.PlainDate.from(from).add({ days })}${clock && days > 0 ? 'T09:30' : ''}`,
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

/** The day on which an order of a rotation begins: about ten weeks after the first, then four. */
export function firstDay({ handOff, turn, versions }: RotationShape, version: number): Temporal.PlainDate {
  const first = FIRST.add({ days: handOff.day });
  const days = versions.slice(0, version).map((before, index) => {
    const own = before.turn ?? turn;
    return own * Math.round((index === 0 ? 70 : 28) / own);
  });
  return first.add({ days: days.reduce((sum, each) => sum + each, 0) });
}
