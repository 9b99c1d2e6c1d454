import { refuseRealKeysForSandbox, SANDBOX_KEYS } from '../../src/vendors';

const WATCHBILL_SANDBOX = 'http://127.0.0.1:8899';

test.each([
  {},
  { ...SANDBOX_KEYS },
  { PAGERDUTY_TOKEN: '', DD_HOST: 'https://api.datadoghq.eu', PAGERDUTY_SERVICE_REGION: 'eu' },
])('Terraform may run for a sandbox with %j', (env) => {
  expect(() => refuseRealKeysForSandbox({ ...env, WATCHBILL_SANDBOX })).not.toThrow();
});

test.each(['PAGERDUTY_TOKEN', 'PAGERDUTY_USER_TOKEN', 'DD_API_KEY', 'DATADOG_APP_KEY'])(
  'but not with a %s of somebody, which its provider would send there',
  (name) => {
    const env = { ...SANDBOX_KEYS, [name]: 'canary' };
    const refuse = () => refuseRealKeysForSandbox({ ...env, WATCHBILL_SANDBOX });
    expect(refuse).toThrow(`WATCHBILL_SANDBOX is set, and ${name} is not the sandbox's key`);
    expect(refuse).not.toThrow('canary');
    expect(() => refuseRealKeysForSandbox(env)).not.toThrow();
  },
);
