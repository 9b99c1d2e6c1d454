import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FaultedDeploy } from './matrix';
import { MATRIX } from './matrix';
import { faultsOf } from './met';
import { readResults } from './results';

const DOCUMENT = resolve(__dirname, '../../../docs/deploy.md');
const PLACE = /(?<=<!-- faults: npm run test:faults -->\n).*?(?=<!-- end of faults -->)/s;

/** What a call is to whoever deploys: a resource, and what is done with it. */
const ROWS: Readonly<Record<string, string>> = {
  'GET /pagerduty/abilities': "PagerDuty's key: checked",
  'GET /pagerduty/users': '`pagerduty_user`: looked up',
  'GET /pagerduty/vendors': '`pagerduty_vendor`: looked up',
  'POST /pagerduty/teams': '`pagerduty_team`: created',
  'GET /pagerduty/teams/{id}': '`pagerduty_team`: read',
  'PUT /pagerduty/teams/{id}/users/{id}': '`pagerduty_team_membership`: created',
  'GET /pagerduty/teams/{id}/members': '`pagerduty_team_membership`: read',
  'POST /pagerduty/schedules': '`pagerduty_schedule`: created',
  'GET /pagerduty/schedules/{id}': '`pagerduty_schedule`: read',
  'PUT /pagerduty/schedules/{id}': '`pagerduty_schedule`: changed',
  'DELETE /pagerduty/schedules/{id}': '`pagerduty_schedule`: removed',
  'POST /pagerduty/escalation_policies': '`pagerduty_escalation_policy`: created',
  'GET /pagerduty/escalation_policies/{id}': '`pagerduty_escalation_policy`: read',
  'PUT /pagerduty/escalation_policies/{id}': '`pagerduty_escalation_policy`: changed',
  'POST /pagerduty/services': '`pagerduty_service`: created',
  'GET /pagerduty/services/{id}': '`pagerduty_service`: read',
  'POST /pagerduty/services/{id}/integrations': '`pagerduty_service_integration`: created',
  'GET /pagerduty/services/{id}/integrations/{id}': '`pagerduty_service_integration`: read',
  'POST /pagerduty/business_services': '`pagerduty_business_service`: created',
  'GET /pagerduty/business_services/{id}': '`pagerduty_business_service`: read',
  'POST /pagerduty/service_dependencies/associate': '`pagerduty_service_dependency`: created',
  'POST /api/v1/integration/pagerduty/configuration/services':
    '`datadog_integration_pagerduty_service_object`: created',
  'GET /api/v1/integration/pagerduty/configuration/services/{name}':
    '`datadog_integration_pagerduty_service_object`: read',
  'POST /api/v2/team': '`datadog_team`: created',
  'POST /api/v2/catalog/entity': '`datadog_software_catalog`: created',
  'POST /api/v1/monitor/validate': '`datadog_monitor`: checked',
  'POST /api/v1/monitor': '`datadog_monitor`: created',
  'GET /api/v1/monitor/{id}': '`datadog_monitor`: read',
  'PUT /api/v1/monitor/{id}': '`datadog_monitor`: changed',
  'POST /api/v2/downtime': '`datadog_downtime_schedule`: created',
  'DELETE /api/v2/downtime/{id}': '`datadog_downtime_schedule`: removed',
};

const FAULTS: Readonly<Record<string, string>> = {
  'is lost before it is done': 'lost before it is done',
  'is done, and the answer lost': 'done, its answer lost',
  'has its answer cut off': 'done, its answer cut off',
  'is answered 429': '429',
  'is answered 500': '500',
  'is answered 502 by a gateway': "502, a gateway's page",
  'is answered two seconds late': 'two seconds late',
};

/** The results as a table of docs/deploy.md: a row for each thing that a deploy does. */
export function resultTable(): string {
  const found = Object.values<FaultedDeploy>(MATRIX).flatMap(({ id }) => Object.entries(readResults(id)));
  const rows = Object.entries(ROWS).map(([shape, label]) => {
    const ofShape = found.filter(([call]) => call.replace(/ \([^)]*\)$/, '') === shape);
    const cells = Object.keys(FAULTS).map((what) => {
      const words = new Set(ofShape.map(([, results]) => cellText(results[what])));
      return [...words].sort().join(', ');
    });
    return [label, ...cells];
  });
  const head = ['', ...Object.values(FAULTS)];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** `next deploy DEPL106` as `next (106)`; what went on by itself as a dash. */
function cellText(word: string | undefined): string {
  if (word === undefined) return '?';
  if (word === 'same deploy') return '–';
  const codes = word.match(/\d+/g) ?? [];
  return `${word.replace(/ ?(deploy)?( DEPL\d+)*$/, '')} (${codes.join(', ')})`;
}

/** The table that docs/deploy.md has. */
export function documentedTable(): string {
  return (PLACE.exec(readFileSync(DOCUMENT, 'utf8'))?.[0] ?? '').trim();
}

/** Puts it there. */
export function documentTable(): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, text.replace(PLACE, `\n${resultTable()}\n`));
}

/** Shapes without a row, and faults without a column. */
export function untold(): string[] {
  const shapes = Object.values<FaultedDeploy>(MATRIX).flatMap(({ shapes: each, firstOf = [] }) => [
    ...Object.keys(each),
    ...firstOf,
  ]);
  const faults = shapes.flatMap((shape) => Object.keys(faultsOf(shape)));
  return [
    ...shapes.filter((shape) => !Object.hasOwn(ROWS, shape)),
    ...faults.filter((what) => !Object.hasOwn(FAULTS, what)),
  ];
}
