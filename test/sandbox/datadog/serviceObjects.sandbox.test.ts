import { datadogAccount, refused } from './account';
import { expectSchema } from './openapi';

const PATH = '/v1/integration/pagerduty/configuration/services';
const SERVICE = { service_name: 'aggregate-profit', service_key: 'secret' };

test('a service object is made, read without its key, given another key and deleted', async () => {
  const { call, datadog } = datadogAccount();
  const named = { service_name: 'aggregate-profit' };
  expect(await call('POST', PATH, SERVICE)).toEqual({ status: 201, body: named });
  expect(await call('GET', `${PATH}/aggregate-profit`)).toEqual({ status: 200, body: named });
  expectSchema('PagerDutyServiceName', (await call('GET', `${PATH}/aggregate-profit`)).body);
  expect((await call('PUT', `${PATH}/aggregate-profit`, { service_key: 'other' })).status).toBe(200);
  expect(datadog.serviceObjects).toEqual([{ ...SERVICE, service_key: 'other' }]);
  expect((await call('DELETE', `${PATH}/aggregate-profit`)).status).toBe(204);
  const missing = refused(404, 'Service aggregate-profit not found');
  expect(await call('GET', `${PATH}/aggregate-profit`)).toEqual(missing);
  expect(await call('DELETE', `${PATH}/aggregate-profit`)).toEqual(missing);
});

test('a name is used once, and a key is needed', async () => {
  const { call } = datadogAccount();
  await call('POST', PATH, SERVICE);
  expect(await call('POST', PATH, { ...SERVICE, service_key: 'b' })).toEqual(
    refused(400, 'Service already exists'),
  );
  expect((await call('POST', PATH, { service_name: 'b' })).status).toBe(400);
  expect((await call('POST', PATH, { service_name: 'b', service_key: '' })).status).toBe(400);
});
