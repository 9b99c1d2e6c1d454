import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, type Paging } from '../../../src/catalog';
import type { RuleRehearsal } from '../../../src/verbs/rehearse/ruleRehearsal';
import { Verdict } from '../../../src/verbs/rehearse/verdict';
import { REAL_DATA } from '../../catalog/changedData';
import { monitor } from '../../rehearsal/monitor/fixture';

const catalog = loadCatalogOrThrow(REAL_DATA, 'data');
const growth = catalog.pipelines.find(({ id }) => id === 'aggregate-growth');
const verdict = new Verdict(catalog, Temporal.Instant.from('2026-11-23T00:00:00+08:00'));

/** Turns of a week since 5 January, 46 weeks earlier: turn 46 is the third of four, Aidil's. */
const AT = Temporal.Instant.from('2026-11-24T03:00:00+08:00');

function pagedAs(email: string): RuleRehearsal {
  const page = { at: AT, step: 2, round: 0, email, schedule: 'pagerduty_schedule.growth' };
  return {
    monitor: monitor({ message: '' }),
    begins: AT,
    firesAt: AT,
    notifications: [],
    incidents: [{ service: 's', pages: [page], resolvedAt: AT }],
    repaired: 'repaired',
    repairedAt: AT,
    recoversAt: AT,
  };
}

test('an account that writes a log-in in other letters pages the same person', () => {
  const reached = growth === undefined ? [] : verdict.reached(growth, { step: 2, at: AT });
  expect(reached.map(({ responder }) => responder.id)).toEqual(['aidil']);
  expect(verdict.nameOf('AIDIL@xyz-tech.example')).toBe('Aidil');
  expect(growth && verdict.problemsOf(growth, {}, pagedAs('Aidil@XYZ-Tech.example'))).toEqual([]);
  expect(growth && verdict.problemsOf(growth, {}, pagedAs('choo@xyz-tech.example'))).toEqual([
    { code: 'REHE004', message: 'Choo is paged at Tue 24 Nov 03:00; the roster names Aidil' },
  ]);
});

test('REHE013: another urgency than the data says, in both directions', () => {
  const low = {
    ...pagedAs('aidil@xyz-tech.example'),
    incidents: pagedAs('aidil@xyz-tech.example').incidents.map((each) => ({ ...each, isLow: true as const })),
  };
  const told = (rule: Paging, rehearsal: RuleRehearsal) =>
    growth && verdict.problemsOf(growth, rule, rehearsal);
  expect(told({ urgency: 'low' }, low)).toEqual([]);
  expect(told({}, low)).toEqual([
    { code: 'REHE013', message: 'notified at low urgency; the data says high' },
  ]);
  expect(told({ urgency: 'low' }, pagedAs('aidil@xyz-tech.example'))).toEqual([
    { code: 'REHE013', message: 'notified at high urgency; the data says low' },
  ]);
});

test('REHE008, REHE009: a held rule that pages at night, or late in the day', () => {
  const notified = (at: string, firesAt = at): RuleRehearsal => {
    const [told, fires] = [at, firesAt].map((text) => Temporal.Instant.from(`2026-11-24T${text}:00+08:00`));
    if (told === undefined || fires === undefined) throw new Error(at);
    const notification = {
      at: told,
      occasion: 'alert' as const,
      again: false,
      value: 1,
      services: ['x'],
      emails: [],
      channels: [],
    };
    return { ...pagedAs('aidil@xyz-tech.example'), firesAt: fires, notifications: [notification] };
  };
  const told = (rehearsal: RuleRehearsal) =>
    growth &&
    verdict
      .problemsOf(growth, { hold: 'office-hours' }, rehearsal)
      .filter(({ code }) => /REHE00[89]/.test(code));
  expect(told(notified('09:00', '03:00'))).toEqual([]);
  expect(told(notified('03:00'))).toEqual([
    { code: 'REHE008', message: 'a page at Tue 24 Nov 03:00, outside office hours' },
  ]);
  expect(told(notified('15:00', '10:00'))).toEqual([
    { code: 'REHE009', message: 'held from Tue 24 Nov 10:00, in office hours' },
  ]);
});

test('REHE014: a channel of the data that a notification leaves out', () => {
  const told = Temporal.Instant.from('2026-11-24T03:00:00+08:00');
  const one = { at: told, again: false, value: 1, services: ['x'], emails: [] };
  const rehearsal: RuleRehearsal = {
    ...pagedAs('aidil@xyz-tech.example'),
    notifications: [
      { ...one, occasion: 'alert', channels: ['slack-a', 'slack-b'] },
      { ...one, occasion: 'recovery', channels: ['slack-b'] },
    ],
  };
  const judged = (channels: readonly string[]) =>
    growth && verdict.problemsOf({ ...growth, channels }, {}, rehearsal);
  expect(judged(['slack-b'])).toEqual([]);
  expect(judged(['slack-a', 'slack-b'])).toEqual([
    { code: 'REHE014', message: 'slack-a is not told: recovery' },
  ]);
});
