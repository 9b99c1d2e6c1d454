import { datadogAccount, refused } from './account';
import { expectSchema } from './openapi';

const { call } = datadogAccount();
const API_KEY = { 'dd-api-key': 'sandbox-datadog-api-key' };
const BOTH = { ...API_KEY, 'dd-application-key': 'sandbox-datadog-app-key' };

test('the API key alone is validated', async () => {
  const answer = await call('GET', '/v1/validate', undefined, API_KEY);
  expect(answer).toEqual({ status: 200, body: { valid: true } });
  expectSchema('AuthenticationValidationResponse', answer.body);
  const refusal = await call('GET', '/v1/validate', undefined, {});
  expect(refusal).toEqual(refused(403, 'Forbidden'));
  expectSchema('APIErrorResponse', refusal.body);
});

test.each([
  ['none', {}],
  ['no application key', API_KEY],
  ['a wrong API key', { ...BOTH, 'dd-api-key': 'other' }],
  ['a wrong application key', { ...BOTH, 'dd-application-key': 'other' }],
])('%s of the keys opens nothing', async (_, headers) => {
  expect(await call('GET', '/v1/monitor', undefined, headers)).toEqual(refused(403, 'Forbidden'));
  expect(await call('GET', '/v2/downtime', undefined, headers)).toEqual(refused(403, 'Forbidden'));
});

test('what the sandbox does not know is not found', async () => {
  expect(await call('GET', '/v1/dashboard')).toEqual(refused(404, 'Not found'));
  expect(await call('POST', '/v2/downtime/x', {})).toEqual(refused(404, 'Not found'));
});
