import { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type EscalationTarget,
  type Holiday,
  type Leave,
  type Organization,
  type Owner,
  type Person,
  type Pipeline,
  type Rotation,
  type Team,
  WEEKDAYS,
  type Weekday,
} from '../../src/catalog';
import type { RotationRoster, Span } from '../../src/roster';

/** What a test says about an organization; everything else is XYZ Tech's. */
export interface FixtureSpec {
  /** @default Asia/Kuala_Lumpur */
  readonly timeZone?: string;
  /** @default 09:00 */
  readonly handOffAt?: string;
  /** @default 84 */
  readonly horizonDays?: number;
  /** @default [sunday] */
  readonly restDays?: readonly Weekday[];
  /** @default Monday to Friday */
  readonly workingWeek?: readonly Weekday[];
  /** Ids of people, with the ids of the holidays that they observe. */
  readonly people: Readonly<Record<string, readonly string[] | 'all'>>;
  /** First local days on which people are no longer there, by their ids. */
  readonly left?: Readonly<Record<string, string>>;
  readonly rotations?: readonly RotationSpec[];
  readonly pipelines?: readonly PipelineSpec[];
  /** Ends are local: a date means whole days, both included; a clock time is excluded at the end. */
  readonly leave?: readonly {
    person: string;
    from: string;
    until: string;
    cover?: string;
    rotation?: string;
  }[];
  readonly holidays?: readonly HolidaySpec[];
  /** @default [on-duty] */
  readonly duties?: readonly string[];
  /** @default [2026, 2027] */
  readonly holidayYears?: readonly number[];
}

export interface RotationSpec {
  readonly id?: string;
  /** @default on-duty */
  readonly duty?: string;
  /** @default - the pipeline of its id */
  readonly pipelines?: readonly string[];
  /** @default 7 */
  readonly turnDays?: number;
  /** On every day, unless it names some. @default - always */
  readonly hours?: { readonly days?: readonly Weekday[]; readonly from: string; readonly until: string };
  /** @default - the organization's */
  readonly timeZone?: string;
  readonly versions: readonly { from: string; order: readonly string[] }[];
}

/** Owners are ids of people, or the teams `desk`, which has one, and `de`, which has none. */
export interface PipelineSpec {
  readonly id: string;
  readonly primary: string;
  readonly secondary: string;
  /** @default on-call */
  readonly coverage?: Pipeline['coverage'];
  /** @default [primary, on-duty] */
  readonly steps?: readonly (string | readonly string[])[];
  /** Ids. @default - the rotation whose id is the end of its own */
  readonly rotations?: readonly string[];
}

/** Id, date, and `expected` where it is not gazetted. */
export type HolidaySpec = readonly [id: string, date: string, status?: 'expected'];

/** A small catalog. Leave, holidays and versions stand on the line of their position, counted from 1. */
export function catalogOf(spec: FixtureSpec): Catalog {
  const organization = organizationOf(spec);
  const team: Team = { id: 'de', name: 'Data Engineering', source: at('organization', 1) };
  const desk: Team = {
    id: 'desk',
    name: 'Accounts',
    desk: { name: 'Accounts desk', email: 'desk@xyz-tech.example' },
    source: at('organization', 2),
  };
  const people = Object.entries(spec.people).map(([id, observes], index): Person => {
    const left = spec.left?.[id];
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    return {
      id,
      name,
      team,
      email: `${id}@xyz-tech.example`,
      observes,
      ...(left === undefined ? {} : { left: Temporal.PlainDate.from(left) }),
      source: at('organization', index + 1),
    };
  });
  const personOf = (id: string): Person => {
    const person = people.find((candidate) => candidate.id === id);
    if (person === undefined) throw new Error(`no person ${id} in the fixture`);
    return person;
  };
  return {
    organization,
    offices: [],
    teams: [team, desk],
    people,
    pipelines: (spec.pipelines ?? []).map((pipeline, index): Pipeline => {
      const owner = (id: string): Owner => {
        const named = [team, desk].find((each) => each.id === id);
        return named === undefined ? { kind: 'person', person: personOf(id) } : { kind: 'team', team: named };
      };
      const serving = (spec.rotations ?? []).filter(({ id = 'profit' }) =>
        pipeline.rotations ? pipeline.rotations.includes(id) : `aggregate-${id}` === pipeline.id,
      );
      const steps = pipeline.steps ?? ['primary', 'on-duty'];
      return {
        id: pipeline.id,
        name: `Pipeline ${pipeline.id}`,
        coverage: pipeline.coverage ?? 'on-call',
        primary: owner(pipeline.primary),
        secondary: owner(pipeline.secondary),
        escalation: {
          steps: steps.map((words) => ({
            notify: [words].flat().map(targetOf),
            waits: Temporal.Duration.from({ minutes: 15 }),
          })),
          repeat: 2,
        },
        rotations: serving.map(({ id = 'profit', duty = 'on-duty' }) => ({ id, duty })),
        source: at('pipelines', index + 1),
      };
    }),
    rotations: (spec.rotations ?? []).map((rotation) => rotationOf(rotation, personOf, organization)),
    leave: (spec.leave ?? []).map(
      ({ person, from, until, cover, rotation }, index): Leave => ({
        person: personOf(person),
        from: instant(from, organization.timeZone),
        until: instant(until.includes('T') ? until : dayAfter(until), organization.timeZone),
        emergency: false,
        ...(cover === undefined ? {} : { cover: personOf(cover) }),
        ...(rotation === undefined ? {} : { rotation }),
        source: at('leave', index + 1),
      }),
    ),
    holidays: holidaysOf(spec.holidays ?? []),
    holidayYears: spec.holidayYears ?? [2026, 2027],
    failureClassesPage: true,
  };
}

export function holidaysOf(specs: readonly HolidaySpec[]): readonly Holiday[] {
  return specs.map(([id, date, status], index) => ({
    id,
    name: id,
    date: Temporal.PlainDate.from(date),
    status: status ?? 'gazetted',
    source: at('holidays', index + 1),
  }));
}

/** An instant from a local date (its start) or date and time, or from RFC 3339. */
export function instant(text: string, timeZone = 'Asia/Kuala_Lumpur'): Temporal.Instant {
  if (/Z$|[+-]\d\d:\d\d$/.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
}

export function window(from: string, until: string, timeZone?: string): Span {
  return { from: instant(from, timeZone), until: instant(until, timeZone) };
}

/**
 * Shifts as local text, one a line.
 * @example
 * // '2026-01-12T09:00 2026-01-13T00:00 thiru'
 * // '2026-01-13T00:00 2026-01-14T00:00 choo cover for thiru'
 */
export function lines(roster: RotationRoster | undefined, timeZone = 'Asia/Kuala_Lumpur'): string[] {
  return (roster?.shifts ?? []).map(({ from, until, onDuty, rostered, reason }) => {
    const why = reason === 'rotation' ? '' : ` ${reason} for ${rostered.id}`;
    return `${local(from, timeZone)} ${local(until, timeZone)} ${onDuty.id}${why}`;
  });
}

/** An instant as local date and time, to the minute. */
export function local(at: Temporal.Instant, timeZone = 'Asia/Kuala_Lumpur'): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The value, or a failed test where there is none. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}

/** A target by its word. */
export function targetOf(word: string): EscalationTarget {
  return word === 'primary' || word === 'secondary' ? { kind: 'owner', word } : { kind: 'duty', word };
}

function rotationOf(
  spec: RotationSpec,
  personOf: (id: string) => Person,
  organization: Organization,
): Rotation {
  const id = spec.id ?? 'profit';
  const { hours, timeZone } = spec;
  return {
    id,
    name: `Investor ${id}`,
    pipelines: spec.pipelines ?? [`aggregate-${id}`],
    duty: spec.duty ?? 'on-duty',
    handOff: organization.handOff,
    turnDays: spec.turnDays ?? 7,
    ...(hours && {
      hours: {
        days: hours.days ?? WEEKDAYS,
        from: Temporal.PlainTime.from(hours.from),
        until: Temporal.PlainTime.from(hours.until),
      },
    }),
    ...(timeZone && { office: { ...organization, timeZone, calendar: { holidays: [], years: [] } } }),
    versions: spec.versions.map(({ from, order }, index) => ({
      from: Temporal.PlainDate.from(from),
      order: order.map(personOf),
      source: at('rotations', index + 1),
    })),
    source: at('rotations', 1),
  };
}

function organizationOf(spec: FixtureSpec): Organization {
  return {
    name: 'XYZ Tech',
    timeZone: spec.timeZone ?? 'Asia/Kuala_Lumpur',
    workingWeek: spec.workingWeek ?? ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    restDays: spec.restDays ?? ['sunday'],
    officeHours: { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:00') },
    handOff: { day: 'monday', at: Temporal.PlainTime.from(spec.handOffAt ?? '09:00') },
    runbooksUrl: 'https://runbooks.example',
    pagerDutyUrl: 'https://xyz-tech.pagerduty.com',
    horizonDays: spec.horizonDays ?? 84,
    duties: spec.duties ?? ['on-duty'],
    escalation: {
      steps: [{ notify: [targetOf('on-duty')], waits: Temporal.Duration.from({ minutes: 30 }) }],
      repeat: 2,
    },
    source: at('organization', 1),
    horizonSource: at('organization', 12),
  };
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

function at(file: string, line: number) {
  return { file: `data/${file}.yaml`, line, column: 3 };
}
