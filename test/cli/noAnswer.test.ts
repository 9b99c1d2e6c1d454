import { noAnswerText } from '../../src/cli/noAnswer';
import { VendorError } from '../../src/vendors';

test('a sandbox that has stopped', () => {
  const error = new VendorError('Datadog', 'GET /x', undefined, 'connect ECONNREFUSED 127.0.0.1:8899');
  expect(noAnswerText(error, 'nothing was compared')).toMatch(
    /\n {2}nothing was compared; start npx watchbill sandbox again, or unset the variables that it printed\n$/,
  );
});

test.each([
  ['PagerDuty', undefined, 'check the connection, then run it again'],
  ['PagerDuty', 401, 'check PAGERDUTY_TOKEN, and PAGERDUTY_SERVICE_REGION (eu for an account in the EU)'],
  ['PagerDuty', 403, 'check what the key in PAGERDUTY_TOKEN may do: docs/deploy.md lists what it needs'],
  [
    'Datadog',
    403,
    'check DD_API_KEY, DD_APP_KEY and DD_HOST, and what the application key may do (docs/deploy.md)',
  ],
  ['Datadog', 429, 'run it again later'],
  ['PagerDuty', 502, 'run it again later'],
  ['PagerDuty', 404, 'run it again; if it fails again, the answer says why'],
] as const)('%s, %s: what fits it', (vendor, status, wayOut) => {
  const error = new VendorError(vendor, 'GET /users', status, 'so it says');
  expect(noAnswerText(error, 'nothing was compared')).toBe(
    `${error.message}\n  nothing was compared; ${wayOut}\n`,
  );
});
