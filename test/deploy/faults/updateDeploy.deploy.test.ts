import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { EXTENT, testEveryCall } from './everyCall';
import { Scenario } from './scenario';
import { smallTeam } from './smallTeam';

jest.setTimeout(300_000);

const missing = whyNoTerraform();

/** Whoever is paged on the way is the person of the old roster or of the new one at that moment. */
suiteUnless(missing, `a new order, a leave and a longer first level: ${EXTENT}`, () => {
  const scenario = new Scenario('on-call', smallTeam({ newOrder: true, firstStep: '20m' }), smallTeam());
  testEveryCall(scenario, {
    'PUT /pagerduty/escalation_policies/{id}': 1,
    'PUT /pagerduty/schedules/{id}': 1,
  });
});

suiteUnless(missing, `a rotation in the place of another: ${EXTENT}`, () => {
  const rotation = { id: 'relay', name: 'Relay' };
  const scenario = new Scenario('on-call', smallTeam({ rotation, newOrder: true }), smallTeam());
  testEveryCall(scenario, {
    'DELETE /pagerduty/schedules/{id}': 1,
    'POST /pagerduty/schedules': 1,
    'PUT /pagerduty/escalation_policies/{id}': 1,
  });
});

suiteUnless(missing, `another threshold and other office hours: ${EXTENT}`, () => {
  const data = smallTeam({ tolerancePercent: 2, officeHoursUntil: '23:58' });
  const scenario = new Scenario('monitors', data, smallTeam());
  testEveryCall(scenario, {
    'DELETE /api/v2/downtime/{id}': 1,
    'POST /api/v2/downtime': 1,
    'PUT /api/v1/monitor/{id}': 2,
  });
});
