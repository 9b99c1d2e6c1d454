/** The same team with types: the core plans a roster, and the rehearsal reads what app.js has synthesized. */
import { readFileSync } from 'node:fs';
import { alerts as alertsOfAll, OnCallRotation as RotationOfAll, Temporal as TemporalOfAll } from 'watchbill';
import { plainNumber } from 'watchbill/alerts';
import { isoWeekday, type Organization, type Person, type Rotation } from 'watchbill/catalog';
import { OnCallRotation, type OnCallRotationProps, rotationLayers, Temporal } from 'watchbill/constructs';
import { onDutyAt, readTerraformJson } from 'watchbill/rehearsal';
import { type Absence, rosterOf } from 'watchbill/roster';

const timeZone = 'Asia/Tokyo';
const source = { file: 'typed.ts', line: 1, column: 1 };
const team = { id: 'clicks', name: 'Clicks', source };
const person = (id: string): Person => ({
  id,
  name: id,
  team,
  email: `${id}@clicks.example`,
  observes: [],
  source,
});
const order = ['ana', 'ben', 'cho'].map(person);
const [, , cho] = order;
if (cho === undefined) throw new Error('three people');

const organization: Organization = {
  name: 'Clicks',
  timeZone,
  workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  restDays: ['sunday'],
  officeHours: { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:00') },
  handOff: { day: 'monday', at: Temporal.PlainTime.from('09:00') },
  runbooksUrl: 'https://clicks.example',
  pagerDutyUrl: 'https://clicks.pagerduty.com',
  horizonDays: 84,
  duties: ['on-duty'],
  escalation: {
    steps: [{ notify: [{ kind: 'duty', word: 'on-duty' }], waits: Temporal.Duration.from({ minutes: 20 }) }],
    repeat: 1,
  },
  source,
  horizonSource: source,
};
const rotation: Rotation = {
  id: 'clicks',
  name: 'Clicks on call',
  pipelines: ['clicks'],
  duty: 'on-duty',
  handOff: organization.handOff,
  turnDays: 7,
  versions: [{ from: Temporal.PlainDate.from('2026-01-05'), order, source }],
  source,
};
const away = {
  from: Temporal.Instant.from('2026-12-01T00:00:00+09:00'),
  until: Temporal.Instant.from('2026-12-02T00:00:00+09:00'),
};
const leave = { person: cho, ...away, emergency: false, source };
const absences = new Map<string, readonly Absence[]>([
  [cho.id, [{ kind: 'leave', person: cho, leave, ...away }]],
]);
const window = {
  from: Temporal.Instant.from('2026-11-23T09:00:00+09:00'),
  until: Temporal.Instant.from('2026-12-07T09:00:00+09:00'),
};
const { shifts } = rosterOf(rotation, organization, absences, window);

const json: unknown = JSON.parse(readFileSync('cdktf.out/stacks/clicks/cdk.tf.json', 'utf8'));
const [schedule] = readTerraformJson([json]).schedules;
if (schedule === undefined) throw new Error('one schedule');

const props: Pick<OnCallRotationProps, 'turn'> = { turn: Temporal.Duration.from({ weeks: 1 }) };
const [layer] = rotationLayers(
  [{ from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Tokyo]'), order }],
  props.turn?.total({ unit: 'days', relativeTo: '2026-01-05' }) ?? 0,
  window.until,
);
const local = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

console.log(
  JSON.stringify({
    roster: shifts.map(({ from, onDuty, reason }) => `${local(from)} ${onDuty.id} ${reason}`),
    paged: shifts.map(({ from }) => `${local(from)} ${onDutyAt(schedule, from)}`),
    layerUsers: layer?.users.map(({ id }) => id),
    threshold: plainNumber(1e-7),
    sunday: isoWeekday('sunday'),
    onePackage:
      TemporalOfAll === Temporal &&
      alertsOfAll.plainNumber === plainNumber &&
      RotationOfAll === OnCallRotation,
  }),
);
