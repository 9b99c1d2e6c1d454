import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { EXTENT, testEveryCall } from './everyCall';
import { Scenario } from './scenario';
import { smallTeam } from './smallTeam';

jest.setTimeout(300_000);

const missing = whyNoTerraform();

suiteUnless(missing, `a first deploy of the on-call stack: ${EXTENT}`, () => {
  const scenario = new Scenario('on-call', smallTeam());
  testEveryCall(scenario, {
    'GET /api/v1/integration/pagerduty/configuration/services/{name}': 1,
    'GET /pagerduty/abilities': 4,
    'GET /pagerduty/business_services/{id}': 1,
    'GET /pagerduty/escalation_policies/{id}': 1,
    'GET /pagerduty/schedules/{id}': 1,
    'GET /pagerduty/services/{id}': 1,
    'GET /pagerduty/services/{id}/integrations/{id}': 1,
    'GET /pagerduty/teams/{id}': 1,
    'GET /pagerduty/teams/{id}/members': 3,
    'GET /pagerduty/users': 3,
    'GET /pagerduty/vendors': 1,
    'POST /api/v1/integration/pagerduty/configuration/services': 1,
    'POST /pagerduty/business_services': 1,
    'POST /pagerduty/escalation_policies': 1,
    'POST /pagerduty/schedules': 1,
    'POST /pagerduty/service_dependencies/associate': 1,
    'POST /pagerduty/services': 1,
    'POST /pagerduty/services/{id}/integrations': 1,
    'POST /pagerduty/teams': 1,
    'PUT /pagerduty/teams/{id}/users/{id}': 3,
  });
});

suiteUnless(missing, `a first deploy of the monitor stack: ${EXTENT}`, () => {
  const scenario = new Scenario('monitors', smallTeam());
  testEveryCall(scenario, {
    'POST /api/v1/monitor': 3,
    'POST /api/v1/monitor/validate': 6,
    'POST /api/v2/catalog/entity': 2,
    'POST /api/v2/downtime': 2,
    'POST /api/v2/team': 1,
  });
});
