import { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type Holiday,
  type HolidayCalendar,
  type Hours,
  hasErrors,
  type Leave,
  loadCatalog,
  type NamedOffice,
  type Person,
  type Pipeline,
  type Rotation,
  WEEKDAYS,
  type Weekday,
} from '../../../src/catalog';
import { dataOf } from './data';
import {
  firstDay,
  type HoursShape,
  OFFICES,
  officeOf,
  PEOPLE,
  type RotationShape,
  type Shape,
} from './randomOrganization';

/** The catalog of a shape, read from its data. */
export function loadedCatalog(shape: Shape): Catalog {
  const { catalog, diagnostics } = loadCatalog(dataOf(shape), 'data');
  if (catalog === undefined || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return catalog;
}

/** What all shapes have in common, read once. */
let template: Catalog | undefined;

/**
 * The catalog of a shape, made of values without YAML, about fifteen times as fast; all sources are one and
 * the same place. That it is what would be read is what `synthesis.property.test.ts` holds.
 */
export function catalogOf(shape: Shape): Catalog {
  template ??= loadedCatalog(shape);
  const { organization, teams } = template;
  const { source } = organization;
  const [zone = '', ...otherZones] = shape.zones;
  const calendars = OFFICES.map((_, office): HolidayCalendar => {
    const id = [undefined, 'uk', 'us'][office];
    return { ...(id && { id }), holidays: holidaysOf(shape, office, source), years: [2026, 2027] };
  });
  const offices = template.offices.map(
    (office, index): NamedOffice => ({
      ...office,
      timeZone: otherZones[index] as string,
      calendar: calendars[index + 1] as HolidayCalendar,
    }),
  );
  const people = PEOPLE.map((id, index): Person => {
    const office = offices[officeOf(index) - 1];
    return {
      id,
      name: id,
      team: teams[0] as Person['team'],
      email: emailOf(id),
      observes: shape.observesAll[index] === true ? 'all' : [],
      ...(office && { office }),
      source,
    };
  });
  const rotations = shape.rotations.map((each, index) => rotationOf(each, index, people, offices, source));
  const pipeline = pipelineOf(shape, template, people, rotations);
  return {
    ...template,
    organization: { ...organization, timeZone: zone, escalation: pipeline.escalation },
    offices,
    people,
    rotations,
    pipelines: [pipeline],
    leave: shape.leave.map((leave) => leaveOf(shape, leave, people, source)),
    holidays: calendars[0]?.holidays ?? [],
  };
}

/** Somebody's log-in. */
export const emailOf = (id: string): string => `${id}@shapes.example`;

type Source = Catalog['organization']['source'];

function holidaysOf(shape: Shape, office: number, source: Source): Holiday[] {
  return (shape.holidays[office] ?? [])
    .map((date, index) => ({
      id: `h${office}${index}`,
      name: `Holiday ${office}${index}`,
      date: Temporal.PlainDate.from(date),
      status: 'gazetted' as const,
      source,
    }))
    .sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

function rotationOf(
  shape: RotationShape,
  index: number,
  people: readonly Person[],
  offices: readonly NamedOffice[],
  source: Source,
): Rotation {
  const { duty, handOff, hours, turn, versions } = shape;
  const office = offices[shape.office - 1];
  const day = weekday(handOff.day);
  return {
    id: `r${index}`,
    name: `Rotation ${index}`,
    pipelines: ['orders'],
    duty,
    ...(office && { office }),
    handOff: { day, at: Temporal.PlainTime.from(handOff.at) },
    ...(hours && { hours: hoursOf(hours) }),
    turnDays: turn,
    versions: versions.map((own, version) => ({
      from: firstDay(shape, version),
      order: own.order.map((each) => people[each] as Person),
      ...(own.turn !== undefined && { turnDays: own.turn }),
      ...(own.at !== undefined && { handOff: { day, at: Temporal.PlainTime.from(own.at) } }),
      ...(own.hours && { hours: hoursOf(own.hours) }),
      source,
    })),
    source,
  };
}

function hoursOf({ days = WEEKDAYS.map((_, day) => day), from, until }: HoursShape): Hours {
  return {
    days: [...days].sort().map(weekday),
    from: Temporal.PlainTime.from(from),
    until: Temporal.PlainTime.from(until),
  };
}

const weekday = (day: number): Weekday => WEEKDAYS[day] as Weekday;

function pipelineOf(
  { beside }: Shape,
  { pipelines }: Catalog,
  people: readonly Person[],
  rotations: readonly Rotation[],
): Pipeline {
  const pipeline = pipelines[0] as Pipeline;
  const [ann, ben, cat] = people as [Person, Person, Person];
  const [first, second] = pipeline.escalation.steps;
  const onDuty = { kind: 'duty', word: 'on-duty' } as const;
  const others = {
    nobody: [],
    primary: [{ kind: 'owner', word: 'primary' } as const],
    secondary: [{ kind: 'owner', word: 'secondary' } as const],
    person: [{ kind: 'person', word: 'cat', person: cat } as const],
  }[beside];
  if (first === undefined || second === undefined) throw new Error('two steps');
  return {
    ...pipeline,
    primary: { kind: 'person', person: ann },
    secondary: { kind: 'person', person: ben },
    escalation: { ...pipeline.escalation, steps: [{ ...first, notify: [onDuty, ...others] }, second] },
    rotations: ['on-duty', 'backup'].flatMap((duty) =>
      rotations.filter((each) => each.duty === duty).map(({ id }) => ({ id, duty })),
    ),
  };
}

function leaveOf(
  shape: Shape,
  leave: Shape['leave'][number],
  people: readonly Person[],
  source: Source,
): Leave {
  const zone = shape.zones[officeOf(leave.person)] as string;
  const cover = leave.cover === undefined ? undefined : people[leave.cover];
  const at = (text: string, days: number) =>
    text.includes('T')
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
      : Temporal.PlainDate.from(text).add({ days }).toZonedDateTime(zone).toInstant();
  return {
    person: people[leave.person] as Person,
    from: at(leave.from, 0),
    until: at(leave.until, 1),
    emergency: false,
    ...(cover && { cover }),
    ...(leave.rotation !== undefined && { rotation: `r${leave.rotation}` }),
    source,
  };
}
