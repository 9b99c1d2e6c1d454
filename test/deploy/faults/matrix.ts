import type { Stack } from './account';
import type { Shapes } from './shapes';
import type { Changes } from './smallTeam';

/** A deploy of the small team whose calls meet every fault. */
export interface FaultedDeploy {
  /** File of its results. */
  readonly id: string;
  /** What is deployed, in words. */
  readonly name: string;
  readonly stack: Stack;
  /** What of the team is another than at first. @default - nothing: it is the first deploy */
  readonly update?: Changes;
  /** The calls that it makes; one more that changes something makes a test red. Each of them meets every fault. */
  readonly shapes: Shapes;
  /** Calls of which only the first meets every fault. @default - none */
  readonly firstOf?: readonly string[];
  /** Calls that meet every fault in the short form, too, and stand for the others. */
  readonly representative: readonly string[];
}

/** Every deploy whose calls are broken. */
export const MATRIX = {
  firstOnCall: {
    id: 'first-on-call',
    name: 'a first deploy of the on-call stack',
    stack: 'on-call',
    shapes: {
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
    },
    representative: [
      'POST /pagerduty/teams',
      'POST /pagerduty/schedules',
      'GET /pagerduty/schedules/{id}',
      'GET /pagerduty/users',
    ],
  },
  firstMonitors: {
    id: 'first-monitors',
    name: 'a first deploy of the monitor stack',
    stack: 'monitors',
    shapes: {
      'POST /api/v1/monitor': 3,
      'POST /api/v1/monitor/validate': 6,
      'POST /api/v2/catalog/entity': 2,
      'POST /api/v2/downtime': 2,
      'POST /api/v2/team': 1,
    },
    representative: ['POST /api/v1/monitor'],
  },
  newOrder: {
    id: 'new-order',
    name: 'a new order, a leave and a longer first level',
    stack: 'on-call',
    update: { newOrder: true, firstStep: '20m' },
    shapes: {
      'PUT /pagerduty/escalation_policies/{id}': 1,
      'PUT /pagerduty/schedules/{id}': 1,
    },
    representative: ['PUT /pagerduty/schedules/{id}', 'PUT /pagerduty/escalation_policies/{id}'],
  },
  otherRotation: {
    id: 'other-rotation',
    name: 'a rotation in the place of another',
    stack: 'on-call',
    update: { rotation: { id: 'relay', name: 'Relay' }, newOrder: true },
    shapes: {
      'DELETE /pagerduty/schedules/{id}': 1,
      'POST /pagerduty/schedules': 1,
      'PUT /pagerduty/escalation_policies/{id}': 1,
    },
    representative: [],
  },
  otherThreshold: {
    id: 'other-threshold',
    name: 'another threshold and other office hours',
    stack: 'monitors',
    update: { tolerancePercent: 2, officeHoursUntil: '23:58' },
    shapes: {
      'DELETE /api/v2/downtime/{id}': 1,
      'POST /api/v2/downtime': 1,
      'PUT /api/v1/monitor/{id}': 2,
    },
    firstOf: ['GET /api/v1/monitor/{id}'],
    representative: ['PUT /api/v1/monitor/{id}', 'GET /api/v1/monitor/{id}'],
  },
} as const satisfies Readonly<Record<string, FaultedDeploy>>;
