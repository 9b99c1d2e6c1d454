import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../../src/catalog';
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
  expect(growth && verdict.problemsOf(growth, pagedAs('Aidil@XYZ-Tech.example'))).toEqual([]);
  expect(growth && verdict.problemsOf(growth, pagedAs('choo@xyz-tech.example'))).toEqual([
    { code: 'REHE004', message: 'Choo is paged at Tue 24 Nov 03:00; the roster names Aidil' },
  ]);
});
