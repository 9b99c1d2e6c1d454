import type { Temporal } from 'temporal-polyfill';
import { timeZone as timeZoneSchema } from '../../../catalog/schema/office';
import { team as teamSchema } from '../../../catalog/schema/organization';
import { emailKey } from '../../../text/email';
import { Ids } from '../ids';
import { dateIn, yearsFrom } from '../newTeam';
import type { EscalationText, HandOffText, TeamData } from '../teamData';
import type { Account, User } from './account';
import type { RotationDraft } from './layers';
import { type PipelineDraft, schedulesOf } from './services';

/** What is taken over. */
export interface Selection {
  readonly pipelines: readonly PipelineDraft[];
  /** By the schedule's id: all those that the pipelines page. */
  readonly rotations: ReadonlyMap<string, RotationDraft>;
  /** Number of the duty of each schedule. */
  readonly duties: ReadonlyMap<string, number>;
}

/** The data of a selection, and which object of PagerDuty each entry stands for. */
export interface TakenOver {
  readonly team: TeamData;
  /** Rotations by the schedule's id. */
  readonly rotationIds: ReadonlyMap<string, string>;
  /** Pipelines by the service's id. */
  readonly pipelineIds: ReadonlyMap<string, string>;
  /** The people, by their ids in the data. */
  readonly users: ReadonlyMap<string, User>;
}

/** The team of people who have none in PagerDuty. */
export const NO_TEAM = 'On call';

/** Writes a selection as data. */
export function teamOf(
  { pipelines, rotations, duties }: Selection,
  { byEmail }: Account,
  { name, timeZone }: Pick<TeamData, 'name'> & Partial<Pick<TeamData, 'timeZone'>>,
  now: Temporal.Instant,
): TakenOver {
  const ids = new Ids();
  const taken = [...rotations.values()];
  const dutyIds = [...new Set(duties.values())].sort((a, b) => a - b).map(() => ids.of('on-duty', 'duty'));
  const emails = new Set(
    [
      ...taken.flatMap(({ versions }) => versions.flatMap(({ order }) => order)),
      ...pipelines.flatMap(({ levels }) => levels.flatMap(({ people }) => people)),
    ].map(emailKey),
  );
  const members = [...emails].flatMap((email) => byEmail.get(email) ?? []);
  const teams = idsOf([...new Set(members.map(teamNameOf))].sort(), ids, 'team');
  const zone = timeZone ?? mostCommon(taken.map(({ schedule }) => schedule.timeZone)) ?? 'Etc/UTC';
  const zones = [
    ...taken.map(({ schedule }) => schedule.timeZone),
    ...members.flatMap((user) => user.timeZone ?? []).filter(isZone),
  ].filter((each) => each !== zone);
  const offices = idsOf([...new Set(zones)].sort(), new Ids(), 'office', placeOf);
  const people = idsOf(members, ids, 'person', (user) => user.name);
  const personId = (email: string) => people.get(byEmail.get(emailKey(email)) as User) ?? '';
  const pipelineIds = idsOf(
    pipelines.map(({ service }) => service),
    new Ids(),
    'pipeline',
    (service) => service.name,
  );
  const rotationIds = idsOf(
    taken.map(({ schedule }) => schedule),
    new Ids(),
    'rotation',
    (schedule) => schedule.name,
  );
  const dutyOf = (schedule: string) => dutyIds[duties.get(schedule) ?? 0] ?? 'on-duty';
  const escalations = pipelines.map((pipeline) => escalationOf(pipeline, dutyOf, personId));
  const escalation = mostCommonOf(escalations) ?? {
    steps: [{ notify: dutyIds.slice(0, 1), for: '15m' }],
    repeat: 2,
  };
  const handOff = mostCommonOf(taken.map((each) => each.handOff)) ?? { day: 'monday', at: '09:00' };
  return {
    team: {
      name,
      timeZone: zone,
      handOff,
      escalation,
      ...(dutyIds.length > 1 ? { duties: dutyIds } : {}),
      offices: [...offices].map(([each, id]) => ({ id, name: placeOf(each), timeZone: each })),
      teams: [...teams].map(([each, id]) => ({ id, name: each })),
      people: [...people].map(([user, id]) => ({
        id,
        name: user.name,
        team: teams.get(teamNameOf(user)) ?? '',
        email: user.email ?? '',
        ...officeIn(offices, user.timeZone),
      })),
      pipelines: pipelines.map((pipeline, at) => ({
        id: pipelineIds.get(pipeline.service) ?? '',
        name: pipeline.service.name,
        ...ownersOf(pipeline, rotations, personId, [...people.values()], [...teams.values()]),
        ...(isSame(escalations[at], escalation) ? {} : { escalation: escalations[at] as EscalationText }),
      })),
      rotations: taken.map((draft) => ({
        id: rotationIds.get(draft.schedule) ?? '',
        name: draft.schedule.name,
        pipelines: pipelines
          .filter((pipeline) => schedulesOf(pipeline).includes(draft.schedule.key))
          .map(({ service }) => pipelineIds.get(service) ?? ''),
        ...(dutyIds.length > 1 ? { duty: dutyOf(draft.schedule.key) } : {}),
        ...officeIn(offices, draft.schedule.timeZone),
        ...(isSame(draft.handOff, handOff) ? {} : { handOff: draft.handOff }),
        ...(draft.hours === undefined ? {} : { hours: draft.hours }),
        turn: `${draft.turnDays}d`,
        versions: draft.versions.map(({ from, order }) => ({ from, order: order.map(personId) })),
      })),
      years: yearsFrom(dateIn(zone, now)),
    },
    rotationIds: keyed(rotationIds),
    pipelineIds: keyed(pipelineIds),
    users: new Map([...people].map(([user, id]) => [id, user])),
  };
}

/** The team of a person: the first that PagerDuty lists and the data can express. */
export function teamNameOf({ teams }: User): string {
  return teams.find((name) => teamSchema.shape.name.safeParse(name).success) ?? NO_TEAM;
}

function escalationOf(
  { levels, policy }: PipelineDraft,
  dutyOf: (schedule: string) => string,
  personId: (email: string) => string,
): EscalationText {
  return {
    steps: levels.map(({ schedules, people, minutes }) => ({
      notify: [...new Set([...schedules.map(dutyOf), ...people.map(personId)])],
      for: `${minutes}m`,
    })),
    repeat: policy.repeat,
  };
}

/** PagerDuty has no owners: these are the first two people whom the pipeline pages, for the team to correct. */
function ownersOf(
  { levels }: PipelineDraft,
  rotations: ReadonlyMap<string, RotationDraft>,
  personId: (email: string) => string,
  everybody: readonly string[],
  teams: readonly string[],
): { readonly primary: string; readonly secondary: string } {
  const paged = levels.flatMap(({ schedules, people }) => [
    ...schedules.flatMap((id) => rotations.get(id)?.versions.at(-1)?.order ?? []),
    ...people,
  ]);
  const [primary = '', secondary = ''] = new Set([...paged.map(personId), ...everybody, ...teams]);
  return { primary, secondary };
}

function idsOf<T>(
  values: readonly T[],
  ids: Ids,
  fallback: string,
  nameOf: (value: T) => string = String,
): ReadonlyMap<T, string> {
  return new Map(values.map((value) => [value, ids.of(nameOf(value), fallback)]));
}

function keyed(ids: ReadonlyMap<{ readonly key: string }, string>): ReadonlyMap<string, string> {
  return new Map([...ids].map(([{ key }, id]) => [key, id]));
}

function officeIn(offices: ReadonlyMap<string, string>, timeZone: string | undefined) {
  const office = offices.get(timeZone ?? '');
  return office === undefined ? {} : { office };
}

/** The place that names a zone: `London` for `Europe/London`. */
function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function isZone(timeZone: string): boolean {
  return timeZoneSchema.safeParse(timeZone).success;
}

function isSame(one: HandOffText | EscalationText | undefined, other: HandOffText | EscalationText): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function mostCommonOf<T>(values: readonly T[]): T | undefined {
  const text = mostCommon(values.map((value) => JSON.stringify(value)));
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** The most frequent text; the first one if several are. */
function mostCommon(texts: readonly string[]): string | undefined {
  const count = (text: string) => texts.filter((each) => each === text).length;
  return [...texts].sort((a, b) => count(b) - count(a))[0];
}
