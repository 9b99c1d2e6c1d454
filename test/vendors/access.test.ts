import { pagerDutyAccess, vendorAccess } from '../../src/vendors';

const KEYS = { PAGERDUTY_TOKEN: 'canary-p', DD_API_KEY: 'canary-d', DD_APP_KEY: 'canary-a' };

test("the vendors' own addresses, by region and site", () => {
  expect(vendorAccess(KEYS)).toEqual({
    pagerDuty: { url: 'https://api.pagerduty.com', token: 'canary-p' },
    datadog: { url: 'https://api.datadoghq.com', apiKey: 'canary-d', appKey: 'canary-a' },
  });
  const europe = { ...KEYS, PAGERDUTY_SERVICE_REGION: 'eu', DD_HOST: 'https://api.datadoghq.eu/' };
  expect(vendorAccess(europe)).toMatchObject({
    pagerDuty: { url: 'https://api.eu.pagerduty.com' },
    datadog: { url: 'https://api.datadoghq.eu' },
  });
});

test('a sandbox is both vendors, whatever else is set', () => {
  const env = { ...KEYS, WATCHBILL_SANDBOX: 'http://127.0.0.1:8080', PAGERDUTY_SERVICE_REGION: 'eu' };
  expect(vendorAccess(env)).toMatchObject({
    pagerDuty: { url: 'http://127.0.0.1:8080/pagerduty' },
    datadog: { url: 'http://127.0.0.1:8080' },
    sandbox: 'http://127.0.0.1:8080',
  });
});

test('a sandbox is sent its own keys and no others, and needs none', () => {
  const sandbox = 'http://127.0.0.1:8080';
  const own = {
    pagerDuty: { url: `${sandbox}/pagerduty`, token: 'sandbox-pagerduty-token' },
    datadog: { url: sandbox, apiKey: 'sandbox-datadog-api-key', appKey: 'sandbox-datadog-app-key' },
    sandbox,
  };
  for (const env of [{}, KEYS, { ...KEYS, DD_HOST: 'https://api.datadoghq.eu', DATADOG_API_KEY: 'canary' }]) {
    expect(vendorAccess({ ...env, WATCHBILL_SANDBOX: sandbox })).toEqual(own);
  }
});

test.each([
  ['PAGERDUTY_TOKEN', 'canary-p\n'],
  ['DD_API_KEY', 'canary\u0000d'],
  ['DD_APP_KEY', ' canary-a'],
  ['DD_APP_KEY', 'canary a'],
  ['DATADOG_API_KEY', 'canary\u200b-d'],
])('%s with a character that no key has is refused by its name', (name, value) => {
  const env = { ...KEYS, [name]: value };
  expect(() => vendorAccess(env)).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(() => vendorAccess(env)).toThrow(new RegExp(`^not a key: ${name} contains a space`));
  expect(() => vendorAccess(env)).not.toThrow('canary');
  if (name === 'PAGERDUTY_TOKEN') expect(() => pagerDutyAccess(env)).toThrow(/^not a key: PAGERDUTY_TOKEN /);
});

test('an address in which a password may stand is not shown', () => {
  const env = { ...KEYS, DD_HOST: 'https://me:canary@api.datadoghq.eu' };
  expect(() => vendorAccess(env)).toThrow(
    'DD_HOST is not the https address of a Datadog site: (not shown, it may hold a password)',
  );
});

test.each([
  [{ PAGERDUTY_TOKEN: 'canary-p' }, 'not set: DD_API_KEY, DD_APP_KEY\n'],
  [
    { ...KEYS, PAGERDUTY_SERVICE_REGION: 'mars' },
    'PAGERDUTY_SERVICE_REGION is not a service region: "mars"\n  set it to us or eu',
  ],
  [
    { ...KEYS, PAGERDUTY_SERVICE_REGION: 'constructor' },
    'PAGERDUTY_SERVICE_REGION is not a service region: "constructor"\n',
  ],
  // Keys would be readable on the way.
  [
    { ...KEYS, DD_HOST: 'http://api.datadoghq.com' },
    'DD_HOST is not the https address of a Datadog site: "http://api.datadoghq.com"\n',
  ],
  [
    { ...KEYS, WATCHBILL_SANDBOX: 'http://10.0.0.1:80' },
    'WATCHBILL_SANDBOX is not a sandbox on this machine',
  ],
])('%o is refused, and no key is shown', (env, line) => {
  expect(() => vendorAccess(env)).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(() => vendorAccess(env)).toThrow(line);
  expect(() => vendorAccess(env)).not.toThrow('canary');
});

test('PagerDuty alone needs its own key alone', () => {
  const env = { PAGERDUTY_TOKEN: 'canary-p', PAGERDUTY_SERVICE_REGION: 'eu', DD_HOST: 'mars' };
  expect(pagerDutyAccess(env)).toEqual({
    pagerDuty: { url: 'https://api.eu.pagerduty.com', token: 'canary-p' },
  });
  expect(pagerDutyAccess({ ...env, WATCHBILL_SANDBOX: 'http://127.0.0.1:8080' })).toEqual({
    pagerDuty: { url: 'http://127.0.0.1:8080/pagerduty', token: 'sandbox-pagerduty-token' },
    sandbox: 'http://127.0.0.1:8080',
  });
  expect(() => pagerDutyAccess({ PAGERDUTY_TOKEN: ' ' })).toThrow(/^not set: PAGERDUTY_TOKEN\n/);
  expect(() => pagerDutyAccess({ ...env, PAGERDUTY_SERVICE_REGION: 'mars' })).toThrow(/mars/);
});
