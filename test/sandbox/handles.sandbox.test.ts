import { type SandboxApp, sandboxApp } from '../../src/sandbox/app';

let sandbox: SandboxApp;
beforeEach(() => {
  sandbox = sandboxApp();
  const { pagerduty, datadog } = sandbox.state;
  pagerduty.integrations.push({
    id: 'PI1',
    service: 'PSERVICE',
    name: 'Datadog',
    type: 'generic_events_api_inbound_integration',
    vendor: null,
    integration_key: 'canary-key',
    created_at: '2026-11-24T03:00:00Z',
  });
  datadog.serviceObjects.push(
    { service_name: 'profit', service_key: 'canary-key' },
    { service_name: 'growth', service_key: 'canary-of-nobody' },
  );
});

const get = (headers: Record<string, string>) => sandbox.app.inject({ url: '/sandbox/handles', headers });

test('tells which service each handle reaches, and no key', async () => {
  const { pagerDuty, datadogApi, datadogApp } = sandbox.tokens;
  for (const headers of [
    { authorization: `Token token=${pagerDuty}` },
    { 'dd-api-key': datadogApi, 'dd-application-key': datadogApp },
  ]) {
    const answer = await get(headers);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      [
        { service_name: 'profit', service: 'PSERVICE' },
        { service_name: 'growth', service: null },
      ],
    ]);
    expect(answer.body).not.toContain('canary');
  }
});

test.each([
  ['no key', {}],
  ['another token', { authorization: 'Token token=other' }],
  ['one of two keys', { 'dd-api-key': 'sandbox-datadog-api-key' }],
])('with %s nothing is told', async (_, headers) => {
  const { statusCode, body } = await get(headers);
  expect([statusCode, body]).toEqual([403, '{"errors":["Forbidden"]}']);
});
