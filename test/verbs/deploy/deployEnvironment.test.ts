import { deployEnvironment, terraformEnvironment } from '../../../src/verbs/deploy/deployEnvironment';

const KEYS = { PAGERDUTY_TOKEN: 'canary-p', DD_API_KEY: 'canary-d', DD_APP_KEY: 'canary-a' };

test('nobody else is told of a deploy, unless that was asked for', () => {
  expect(deployEnvironment(KEYS)).toMatchObject({ CHECKPOINT_DISABLE: '1' });
  expect(deployEnvironment({ ...KEYS, CHECKPOINT_DISABLE: '' })).toMatchObject({
    CHECKPOINT_DISABLE: '',
  });
});

test('the names that the Datadog provider reads too', () => {
  const { PAGERDUTY_TOKEN } = KEYS;
  const env = { PAGERDUTY_TOKEN, DATADOG_API_KEY: 'd', DATADOG_APP_KEY: 'a' };
  expect(deployEnvironment(env)).toMatchObject(env);
});

test.each([
  [{}, 'not set: PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY\n'],
  [{ ...KEYS, PAGERDUTY_TOKEN: '' }, 'not set: PAGERDUTY_TOKEN\n'],
  [{ ...KEYS, DD_API_KEY: ' \n', DD_APP_KEY: undefined }, 'not set: DD_API_KEY, DD_APP_KEY\n'],
])('what is missing is named at once, and no key is shown', (env, line) => {
  let said = '';
  try {
    deployEnvironment(env);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UsageError' });
    said = (error as Error).message;
  }
  expect(said).toContain(line);
  expect(said).not.toContain('canary');
});

test('a deploy to a sandbox has the keys of the sandbox, and nothing of a real account', () => {
  const real = {
    ...KEYS,
    DATADOG_API_KEY: 'canary',
    DATADOG_APP_KEY: 'canary',
    PAGERDUTY_USER_TOKEN: 'canary',
    PAGERDUTY_SERVICE_REGION: 'eu',
    DD_HOST: 'https://api.datadoghq.eu',
  };
  const env = deployEnvironment({ ...real, PATH: '/bin', WATCHBILL_SANDBOX: 'http://127.0.0.1:8899' });
  expect(env).toEqual({
    CHECKPOINT_DISABLE: '1',
    PATH: '/bin',
    WATCHBILL_SANDBOX: 'http://127.0.0.1:8899',
    PAGERDUTY_TOKEN: 'sandbox-pagerduty-token',
    DD_API_KEY: 'sandbox-datadog-api-key',
    DD_APP_KEY: 'sandbox-datadog-app-key',
    DD_HOST: 'http://127.0.0.1:8899',
  });
});

test.each([
  ['PAGERDUTY_TOKEN', 'canary-p\n', 'not a key: PAGERDUTY_TOKEN '],
  ['AWS_SECRET_ACCESS_KEY', 'canary\r', 'not a credential: AWS_SECRET_ACCESS_KEY '],
  ['TF_TOKEN_app_terraform_io', 'can\u0000ary', 'not a credential: TF_TOKEN_app_terraform_io '],
  ['PG_CONN_STR', ' host=canary', 'not a credential: PG_CONN_STR '],
])('%s with what cannot be seen is refused by its name before anything starts', (name, value, line) => {
  const deploy = () => deployEnvironment({ ...KEYS, [name]: value });
  expect(deploy).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(deploy).toThrow(line);
  expect(deploy).not.toThrow(/canary|ary/);
});

test('credentials that may have blanks or lines in them are let be', () => {
  const env = { ...KEYS, PG_CONN_STR: 'host=db user=me', GOOGLE_CREDENTIALS: '{\n "type": "x"\n}\n' };
  expect(deployEnvironment(env)).toMatchObject(env);
});

test('a CLI configuration file that does not exist is not what Terraform is sent to', () => {
  const gone = '/nowhere/of/anybody.tfrc';
  expect(terraformEnvironment({ TF_CLI_CONFIG_FILE: gone, TERRAFORM_CONFIG: gone, PATH: '/bin' })).toEqual({
    env: { TF_IN_AUTOMATION: '1', TF_INPUT: '0', PATH: '/bin' },
    notes: [
      `TF_CLI_CONFIG_FILE names no file ("${gone}"): ignored`,
      `TERRAFORM_CONFIG names no file ("${gone}"): ignored`,
    ],
  });
  const { env, notes } = terraformEnvironment({ TF_CLI_CONFIG_FILE: __filename, TERRAFORM_CONFIG: '' });
  expect([env['TF_CLI_CONFIG_FILE'], notes]).toEqual([__filename, []]);
});
