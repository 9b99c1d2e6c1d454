import { Temporal } from 'temporal-polyfill';
import { deployEnvironment } from '../../stacks/deploy';

const NOW = Temporal.Instant.from('2026-11-23T04:05:06.789Z');
const KEYS = { PAGERDUTY_TOKEN: 'canary-p', DD_API_KEY: 'canary-d', DD_APP_KEY: 'canary-a' };

test('as of now, where nothing else was said', () => {
  expect(deployEnvironment(KEYS, NOW)).toMatchObject({ ...KEYS, WATCHBILL_AS_OF: '2026-11-23T04:05:06Z' });
  const given = { ...KEYS, WATCHBILL_AS_OF: '2026-11-24' };
  expect(deployEnvironment(given, NOW)).toMatchObject(given);
});

test('nobody else is told of a deploy, unless that was asked for', () => {
  expect(deployEnvironment(KEYS, NOW)).toMatchObject({ CHECKPOINT_DISABLE: '1' });
  expect(deployEnvironment({ ...KEYS, CHECKPOINT_DISABLE: '' }, NOW)).toMatchObject({
    CHECKPOINT_DISABLE: '',
  });
});

test('the names that the Datadog provider reads too', () => {
  const { PAGERDUTY_TOKEN } = KEYS;
  const env = { PAGERDUTY_TOKEN, DATADOG_API_KEY: 'd', DATADOG_APP_KEY: 'a' };
  expect(deployEnvironment(env, NOW)).toMatchObject(env);
});

test.each([
  [{}, 'not set: PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY\n'],
  [{ ...KEYS, PAGERDUTY_TOKEN: '' }, 'not set: PAGERDUTY_TOKEN\n'],
  [{ ...KEYS, DD_API_KEY: ' \n', DD_APP_KEY: undefined }, 'not set: DD_API_KEY, DD_APP_KEY\n'],
])('what is missing is named at once, and no key is shown', (env, line) => {
  let said = '';
  try {
    deployEnvironment(env, NOW);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UsageError' });
    said = (error as Error).message;
  }
  expect(said).toContain(line);
  expect(said).not.toContain('canary');
});
