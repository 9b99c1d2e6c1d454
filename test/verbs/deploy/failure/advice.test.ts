import { adviceFor, interruptedText } from '../../../../src/verbs/deploy/failure/advice';
import { failureText } from '../../../../src/verbs/deploy/failure/failureText';
import type { TerraformDiagnostic } from '../../../../src/verbs/deploy/terraform/events';
import { TerraformFailure } from '../../../../src/verbs/deploy/terraform/stackRun';

const error = (summary: string, detail = '', address?: string): TerraformDiagnostic => ({
  severity: 'error',
  summary,
  detail,
  ...(address === undefined ? {} : { address }),
});
const codeOf = (diagnostic: TerraformDiagnostic) =>
  adviceFor({ diagnostic, stack: 'on-call', command: 'terraform', isBegun: true }).split(':')[0];

/** As Terraform 1.11, OpenTofu 1.12 and the two providers print them. */
test.each<[string, string, string]>([
  [
    'DEPL101',
    'Error creating PagerDuty team Accounts',
    'HTTP response failed with status code 400, message: Invalid Input Provided (code: 2001): Name has already been taken',
  ],
  [
    'DEPL101',
    'POST API call to http://127.0.0.1:8899/pagerduty/schedules failed 400 Bad Request. Code: 2001, Errors: [Name has already been taken], Message: Invalid Input Provided',
    '',
  ],
  ['DEPL101', 'error retrieving Team', '409 Conflict: {"errors":["Team name and handle must be unique"]}'],
  [
    'DEPL101',
    'error creating monitor from /api/v1/monitor: 400 Bad Request: {"errors":["Duplicate of an existing monitor_id:170000034 org_id:100001"]}',
    '',
  ],
  [
    'DEPL101',
    'error retrieving DowntimeSchedule',
    '400 Bad Request: {"errors":["The downtime being created is a duplicate of one or more existing downtimes: [\'00\']"]}',
  ],
  [
    'DEPL102',
    'Cannot obtain plugin client',
    'HTTP response failed with status code 401, message: Authentication failed (code: 2006): Invalid API token\n\nNo valid credentials found for PagerDuty provider.',
  ],
  [
    'DEPL102',
    'error validating monitor from /api/v1/monitor/validate: 403 Forbidden: {"errors":["Forbidden"]}',
    '',
  ],
  ['DEPL103', 'error updating monitor from /api/v1/monitor/170000429: 429 Too Many Requests: {}', ''],
  ['DEPL104', 'Error acquiring the state lock', 'Error message: resource temporarily unavailable'],
  [
    'DEPL105',
    'Saved plan is stale',
    'The given plan file can no longer be applied because the state was changed',
  ],
  [
    'DEPL106',
    'Cannot obtain plugin client',
    'error calling the API endpoint: Get "http://127.0.0.1:8898/pagerduty/abilities": dial tcp 127.0.0.1:8898: connect: connection refused\n\nNo valid credentials found for PagerDuty provider.',
  ],
  ...[
    'GET API call to http://127.0.0.1:8898/pagerduty/abilities failed 500 Internal Server Error. Code: 2000, Errors: <nil>, Message: Internal Server Error',
    'GET API call to http://127.0.0.1:8898/pagerduty/abilities failed: 502 Bad Gateway',
    'Get "http://127.0.0.1:8898/pagerduty/abilities": EOF',
    'unexpected EOF',
  ].map((said): [string, string, string] => [
    'DEPL106',
    `${said}\n\n\nNo valid credentials found for PagerDuty provider.`,
    '',
  ]),
  ['DEPL106', 'error creating monitor', 'Post "https://api.datadoghq.com/api/v1/monitor": EOF'],
  ['DEPL106', 'error creating monitor', '503 Service Unavailable'],
  ['DEPL107', 'Provider produced inconsistent result after apply', 'When applying changes to …'],
  ['DEPL108', 'Backend configuration changed', 'A change in the backend configuration has been detected'],
  [
    'DEPL109',
    'Failed to query available provider packages',
    'Could not retrieve the list of available versions for provider\npagerduty/pagerduty: no available releases match the given constraints 3.30.9',
  ],
  ['DEPL109', 'Failed to resolve provider packages', 'Could not resolve provider pagerduty/pagerduty'],
  ['DEPL110', 'error creating downtime', '400 Bad Request: downtime can not be scheduled in the past'],
  ['DEPL111', 'operation canceled', ''],
  ['DEPL112', 'it was killed by SIGKILL', ''],
  ['DEPL113', 'nothing was finished for 10 minutes', 'under way: pagerduty_team.data'],
  ['DEPL100', 'Something else', 'that nobody knows of'],
])('%s: %s', (code, summary, detail) => {
  expect(codeOf(error(summary, detail))).toBe(code);
});

test.each([
  ['PAGERDUTY_TOKEN:', error('GET API call to https://api.pagerduty.com/abilities failed 401 Unauthorized')],
  ['DD_API_KEY, DD_APP_KEY and DD_HOST:', error('403 Forbidden', '', 'datadog_monitor.orders__late')],
  [
    'DD_API_KEY, DD_APP_KEY and DD_HOST:',
    error('403 Forbidden', '', 'datadog_integration_pagerduty_service_object.orders'),
  ],
  [
    'PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY and the credentials of the state:',
    error('Error refreshing state', 'AccessDenied: status code: 403'),
  ],
])('a refused key: check %s', (keys, diagnostic) => {
  expect(adviceFor({ diagnostic, stack: 'on-call', command: 'terraform', isBegun: true })).toContain(
    `\n  check ${keys} `,
  );
});

test('an id that looks like a status is none', () => {
  expect(codeOf(error('error updating monitor 1429401', 'of the year 14031'))).toBe('DEPL100');
});

test('what was interrupted is adopted first, unless nothing had begun', () => {
  expect(interruptedText(true)).toMatch(/^DEPL111: .*\n {2}run npx watchbill adopt, then deploy again/);
  expect(interruptedText(false)).toBe('DEPL111: it was interrupted before anything began\n  run it again');
});

test.each([
  ['EOF', 'DEPL106', 'deploy again once the connection is back'],
  [
    'it was killed by SIGKILL',
    'DEPL112',
    'deploy again; if the state is still locked then, the deploy says by whom',
  ],
  [
    'nothing was finished for 10 minutes',
    'DEPL113',
    "look at the vendor's status page, and deploy again once it answers",
  ],
  ['Something else', 'DEPL100', 'correct it, then deploy again'],
])('%s: nothing is to be adopted before anything has begun', (summary, code, wayOut) => {
  const advice = (isBegun: boolean) =>
    adviceFor({ diagnostic: error(summary), stack: 'on-call', command: 'terraform', isBegun });
  expect(advice(false)).toMatch(new RegExp(`^${code}: .*(nothing had begun|before anything began)`));
  expect(advice(false).split('\n  ').slice(1)).toEqual([wayOut]);
  expect(advice(true)).toMatch(new RegExp(`^${code}: (?!.*nothing had begun)[\\s\\S]*npx watchbill adopt`));
});

test('who holds the lock, and when it may be taken away', () => {
  const detail =
    'Error message: resource temporarily unavailable\nLock Info:\n  ID:        7d61607b-5c16-2bb7-28d3-74f14802ccba\n  Path:      ../../../terraform.on-call.tfstate\n  Operation: OperationTypeApply\n  Who:       ci@runner-7\n  Version:   1.11.4\n  Created:   2026-11-26 11:12:22.987306897 +0000 UTC\n  Info:      \n';
  const diagnostic = error('Error acquiring the state lock', detail);
  expect(adviceFor({ diagnostic, stack: 'on-call', command: 'tofu', isBegun: true })).toBe(
    `DEPL104: the state of on-call is locked by ci@runner-7 since 2026-11-26 11:12:22 UTC: another deploy is at work
  wait until it has ended, then deploy again
  only if that run was killed, and nobody deploys: tofu -chdir=cdktf.out/stacks/on-call force-unlock 7d61607b-5c16-2bb7-28d3-74f14802ccba`,
  );
});

test('each kind of error has its advice once; many errors are counted; no secret is shown', () => {
  const taken = (name: string) =>
    error('Error creating team', 'Name has already been taken', `pagerduty_team.${name}`);
  const failure = new TerraformFailure('on-call', 'apply', [
    ...['a', 'b', 'c', 'd', 'e', 'f'].map(taken),
    error('Odd', 'canary-key said no'),
  ]);
  const text = failureText(failure, (said) => said.replace('canary-key', '***'), 'terraform', true);
  expect(text).toBe(`on-call: apply failed
${['a', 'b', 'c', 'd', 'e'].map((name) => `pagerduty_team.${name}: Error creating team\n  Name has already been taken\n`).join('')}and 2 more errors
DEPL101: an object of that name already exists: it was created by hand, or by a deploy that never got the answer
  run npx watchbill adopt, then deploy again
DEPL100: the deploy did not finish: read which address the error names
  then run npx watchbill adopt, and deploy again; docs/deploy.md says why
`);
});
