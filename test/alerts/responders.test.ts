import { Temporal } from 'temporal-polyfill';
import { ownersLine, respondersLine } from '../../src/alerts/responders';
import type { Escalation } from '../../src/catalog';
import { targetOf } from '../roster/fixture';
import { accounts, byPerson, byTeam, dataEngineering, organization, pipeline } from './fixture';
import { unitProfitExperiments } from './seed';

const minutes = (count: number) => Temporal.Duration.from({ minutes: count });
const line = (escalation: Escalation) => respondersLine(pipeline([], { escalation }), organization);

test('owners by name', () => {
  expect(ownersLine(pipeline([]))).toBe('Owners: Business Analytics (primary), Data Engineering (secondary)');
  expect(ownersLine(pipeline([], { primary: byPerson('x', 'X @all {{y}}') }))).toBe(
    'Owners: X (at)all ((y)) (primary), Data Engineering (secondary)',
  );
});

test('on call: the steps in order, the desk by name and nobody of the rotation', () => {
  expect(line(organization.escalation)).toBe(
    'Paged until somebody acknowledges: Business Analytics desk (15 min), then the person on duty (30 min), repeated 2 times. Who is on duty now: npx watchbill who aggregate-profit',
  );
});

test.each([
  [0, 'the person on duty (5 min). Who'],
  [1, 'the person on duty (5 min), repeated once. Who'],
  [9, 'the person on duty (5 min), repeated 9 times. Who'],
])('repeated %d times', (repeat, words) => {
  expect(line({ steps: [{ notify: [targetOf('on-duty')], waits: minutes(5) }], repeat })).toContain(words);
});

test('an hour is 60 minutes', () => {
  const waits = Temporal.Duration.from({ hours: 1 });
  expect(line({ steps: [{ notify: [targetOf('primary')], waits }], repeat: 0 })).toContain('desk (60 min)');
});

test('office hours: nobody is paged', () => {
  expect(respondersLine(unitProfitExperiments, organization)).toBe(
    'Nobody is paged: both owners get a mail, and it is repaired in office hours (09:00 to 18:00).',
  );
});

test('low urgency: PagerDuty does not escalate, so the first step alone is named', () => {
  expect(respondersLine(pipeline([]), organization, { urgency: 'low' })).toBe(
    'Low urgency: PagerDuty notifies Business Analytics desk, and nobody else. Who is on duty now: npx watchbill who aggregate-profit',
  );
});

test('held: when it is told, in the zone of an office of its own', () => {
  expect(respondersLine(pipeline([], { hold: 'office-hours' }), organization)).toBe(
    'Paged until somebody acknowledges: Business Analytics desk (15 min), then the person on duty (30 min), repeated 2 times. It waits for office hours (09:00 to 18:00). Who is on duty now: npx watchbill who aggregate-profit',
  );
});

test('an office of its own: its hours, with its zone', () => {
  const officeHours = { from: Temporal.PlainTime.from('08:30'), until: Temporal.PlainTime.from('17:00') };
  const calendar = { years: [], holidays: [] };
  const office = { ...organization, id: 'london', timeZone: 'Europe/London', officeHours, calendar };
  expect(respondersLine(pipeline([], { coverage: 'office-hours', office }), organization)).toBe(
    'Nobody is paged: both owners get a mail, and it is repaired in office hours (08:30 to 17:00 Europe/London).',
  );
});

test('who is notified together; a person or a stand-in, a team without a desk, another duty, a team by name', () => {
  const choo = byPerson('choo', 'Choo');
  if (choo.kind !== 'person') throw new Error('Choo is a person');
  const notify = [
    targetOf('primary'),
    targetOf('secondary'),
    targetOf('backup'),
    { kind: 'person', word: 'choo', person: choo.person },
    { kind: 'team', word: 'accounts', team: accounts },
  ] as const;
  const keys = {
    primary: choo,
    secondary: byTeam(dataEngineering),
    escalation: { steps: [{ notify, waits: minutes(5) }], repeat: 0 },
  };
  const together =
    'Choo or a stand-in and Data Engineering and the person on duty (backup) and Choo or a stand-in and Accounts desk';
  expect(respondersLine(pipeline([], keys), organization)).toBe(
    `Paged until somebody acknowledges: ${together} (5 min). Who is on duty now: npx watchbill who aggregate-profit`,
  );
  expect(respondersLine(pipeline([], keys), organization, { urgency: 'low' })).toContain(
    `PagerDuty notifies ${together}, and nobody else.`,
  );
});
