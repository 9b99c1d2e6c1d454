import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { badAnswers } from './answers';
import { casesOf, testCases } from './cases';
import type { Case } from './expectations';
import { Scenario } from './scenario';
import { smallTeam } from './smallTeam';

jest.setTimeout(300_000);

const missing = whyNoTerraform();

/** Calls of each vendor that stand for the others; our stacks look nothing up in Datadog. */
const SCENARIOS = {
  'the first deploy of the on-call stack': {
    scenario: new Scenario('on-call', smallTeam()),
    calls: [
      'POST /pagerduty/teams',
      'POST /pagerduty/schedules',
      'GET /pagerduty/schedules/{id}',
      'GET /pagerduty/users',
    ],
  },
  'an update of the on-call stack': {
    scenario: new Scenario('on-call', smallTeam({ newOrder: true, firstStep: '20m' }), smallTeam()),
    calls: ['PUT /pagerduty/schedules/{id}', 'PUT /pagerduty/escalation_policies/{id}'],
  },
  'the first deploy of the monitor stack': {
    scenario: new Scenario('monitors', smallTeam()),
    calls: ['POST /api/v1/monitor'],
  },
  'an update of the monitor stack': {
    scenario: new Scenario('monitors', smallTeam({ tolerancePercent: 2 }), smallTeam()),
    calls: ['PUT /api/v1/monitor/{id}', 'GET /api/v1/monitor/{id}'],
  },
};

suiteUnless(missing, 'one call of each kind, of each vendor, is answered badly', () => {
  for (const [name, { scenario, calls }] of Object.entries(SCENARIOS)) {
    describe(name, () => {
      const cases = new Map<string, Case>();
      for (const shape of calls) {
        for (const [what, fault] of Object.entries(badAnswers(shape))) {
          for (const each of casesOf(scenario, shape, 1, fault)) {
            cases.set(`${shape} ${what}: ${each.name}`, each);
          }
        }
      }
      testCases(cases);
      afterAll(() => scenario.close());
    });
  }
});
