import { Temporal } from 'temporal-polyfill';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { DATA, watchbill } from '../../cli/run';

let sandbox: Sandbox;
const NOW = Temporal.Instant.from('2026-11-24T03:15:00Z');
let ahead = Temporal.Duration.from({ seconds: 0 });
beforeAll(async () => {
  sandbox = await startSandbox({ clock: () => NOW.add(ahead) });
});
afterEach(() => {
  ahead = Temporal.Duration.from({ seconds: 0 });
});
afterAll(() => sandbox.stop());

test('without keys it is wrong usage, and nothing is asked', async () => {
  const { code, out, err } = await watchbill(['drift'], { PAGERDUTY_TOKEN: 'x' });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^not set: DD_API_KEY, DD_APP_KEY\n {2}set them/);
});

test('data with errors is compared with nothing', async () => {
  const before = sandbox.calls.length;
  const { code, out, err } = await watchbill(['drift', '--data', __dirname], sandbox.env);
  expect([code, out, sandbox.calls.length]).toEqual([1, '', before]);
  expect(err).toMatch(/nothing was compared\n$/);
});

test('a vendor that refuses is no verdict', async () => {
  const body = { error: { message: 'Authentication failed', code: 2006 } };
  const refusing = await startSandbox({ faults: () => ({ kind: 'status', status: 401, body }) });
  const { code, out, err } = await watchbill(['drift'], refusing.env);
  await refusing.stop();
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^PagerDuty GET \/users: answered 401: .*\n {2}nothing was compared; .*\n$/);
});

test('an answer that is not understood is no verdict', async () => {
  const odd = await startSandbox({
    clock: () => NOW,
    faults: ({ path }) =>
      path === '/pagerduty/services' ? { kind: 'status', status: 200, body: { services: [{}] } } : undefined,
  });
  const { code, out, err } = await watchbill(['drift'], odd.env);
  await odd.stop();
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe('service id: missing\n  nothing was compared, because the answer was not understood\n');
});

test('where nothing was deployed, all is missing', async () => {
  const { code, out } = await watchbill(['drift', '--json'], sandbox.env);
  expect(code).toBe(3);
  const { asOf, until, drift, notes } = JSON.parse(out);
  // Now, which is later than the day that was planned from; the horizon is 84 days from that day on.
  expect([asOf, until]).toEqual(['2026-11-24T11:15:00+08:00', '2027-02-15T00:00:00+08:00']);
  const counts: Record<string, number> = {};
  for (const { kind, what } of drift) counts[`${what} ${kind}`] = (counts[`${what} ${kind}`] ?? 0) + 1;
  expect(counts).toEqual({
    'missing schedule': 2,
    'missing escalation policy': 3,
    'missing service': 3,
    // Nobody has a log-in here: four people, and the desks of both primary owners.
    'log-in user': 6,
    'missing handle': 3,
    'missing monitor': 16,
    'missing downtime': 12,
  });
  expect(notes).toEqual([]);
  expect(drift[0]).toEqual({
    system: 'PagerDuty',
    kind: 'schedule',
    object: 'Investor growth',
    id: null,
    what: 'missing',
    from: null,
    until: null,
    expected: 'Investor growth',
    found: null,
    text: 'missing: not deployed, or deleted by hand',
    wayOut: 'npx watchbill deploy restores what the data says',
    command: null,
    lines: null,
  });
});

test('it says last which accounts, data and instant it means, and that another instant is not now', async () => {
  const last = async (args: readonly string[], env: Record<string, string> = {}) => {
    const { out } = await watchbill(['drift', ...args], { ...sandbox.env, ...env });
    return out.slice(out.indexOf('\nAsked:')).replaceAll(/\s+/g, ' ').trim();
  };
  const where = `Asked: the SANDBOX ${sandbox.url} (WATCHBILL_SANDBOX); data ${DATA}`;
  const zone = '(Asia/Kuala_Lumpur)';
  expect(await last([], { WATCHBILL_AS_OF: '' })).toBe(
    `${where} (WATCHBILL_DATA); as of Tue 24 Nov 2026 11:15 ${zone}`,
  );
  expect(await last(['--data', DATA, '--as-of', '2026-12-21'])).toBe(
    `${where}; as of Mon 21 Dec 2026 00:00 ${zone}, which is NOT NOW`,
  );
});

test('the same for programs', async () => {
  const { out } = await watchbill(['drift', '--json'], sandbox.env);
  expect(JSON.parse(out)).toMatchObject({
    accounts: null,
    sandbox: sandbox.url,
    data: DATA,
    asOfIsNow: false,
  });
});

test.each([
  [{ minutes: 2 }, ''],
  [{ minutes: 7 }, 'is 7 min behind'],
  [{ hours: -30 }, 'is 30 h ahead of'],
])("a clock of this machine from which the vendors' are %o", async (by, told) => {
  ahead = Temporal.Duration.from(by);
  const { err } = await watchbill(['drift', '--json'], sandbox.env);
  const lines = ['PagerDuty', 'Datadog'].map(
    (vendor) => `warning: this machine's clock ${told} ${vendor}'s: `,
  );
  if (told === '') expect(err).toBe('');
  else for (const line of lines) expect(err.replaceAll(/\s+/g, ' ')).toContain(line);
});

test('as of now unless told otherwise', async () => {
  const asOf = async (value: string) =>
    JSON.parse(
      (await watchbill(['drift', '--json'], { ...sandbox.env, WATCHBILL_AS_OF: value })).out,
    ) as object;
  expect(await asOf('')).toMatchObject({
    asOf: '2026-11-24T11:15:00+08:00',
    until: '2027-02-16T00:00:00+08:00',
  });
  expect(await asOf('2026-12-01')).toMatchObject({
    asOf: '2026-12-01T00:00:00+08:00',
    until: '2027-02-23T00:00:00+08:00',
  });
});

test('--help says what the codes mean', async () => {
  const { out } = await watchbill(['drift', '--help']);
  expect(out).toContain('Exit codes: 0 clean, 1 problems in the data, 2 wrong usage');
  expect(out).toContain('3 drift');
});
