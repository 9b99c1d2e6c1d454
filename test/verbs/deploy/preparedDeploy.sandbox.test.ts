import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import type { Io } from '../../../src/cli/io';
import { meantText } from '../../../src/cli/meant';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import type { DeployOptions } from '../../../src/verbs/deploy/options';
import { preparedDeploy } from '../../../src/verbs/deploy/preparedDeploy';
import { DATA, watchbill } from '../../cli/run';

// The client waits before it asks again.
jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

/** Thursday 26 November 2026, 13:05:06 in Kuala Lumpur. */
const NOW = Temporal.Instant.from('2026-11-26T05:05:06.5Z');
const REAL = {
  PAGERDUTY_TOKEN: 'y_NbAkKc66ryYTWUXYEu',
  DD_API_KEY: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  DD_APP_KEY: '9f8e7d6c5b4a392817065f4e3d2c1b0a9f8e7d6c',
  DATADOG_API_KEY: '1111222233334444aaaabbbbccccdddd',
};

let sandbox: Sandbox;
let clock = NOW;
let said: string[];
beforeAll(async () => {
  sandbox = await startSandbox({
    clock: () => clock,
    users: [{ name: 'Aidil', email: 'aidil@xyz-tech.example' }],
  });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  clock = NOW;
  said = [];
});

const prepared = (options: DeployOptions = {}, env: Record<string, string> = {}) => {
  const io: Io = {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    env: { WATCHBILL_SANDBOX: sandbox.url, WATCHBILL_DATA: DATA, ...REAL, ...env },
    now: () => NOW,
  };
  return preparedDeploy(options, io);
};
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

test('what a shell does not say is now; the line says so, and where the data and the sandbox come from', async () => {
  const { meant, env, session } = await prepared({ autoApprove: true });
  expect(inOneLine(meantText(meant, 'Deploying to'))).toBe(
    `Deploying to the SANDBOX ${sandbox.url} (WATCHBILL_SANDBOX); data ${DATA} (WATCHBILL_DATA); as of Thu 26 Nov 2026 13:05 (Asia/Kuala_Lumpur)`,
  );
  expect([env['WATCHBILL_AS_OF'], env['WATCHBILL_DATA'], String(session.asOf), said]).toEqual([
    '2026-11-26T05:05:06Z',
    DATA,
    '2026-11-26T05:05:06Z',
    [],
  ]);
});

test('a real account is told by the host of its pages, and the site', () => {
  const meant = {
    accounts: { pagerDuty: 'xyz-tech.pagerduty.com', datadog: 'datadoghq.eu' },
    data: 'data',
    dataIsOfVariable: false,
    asOf: NOW,
    isNow: true,
    timeZone: 'Asia/Kuala_Lumpur',
  };
  expect(inOneLine(meantText(meant, 'Deployed to'))).toBe(
    'Deployed to PagerDuty xyz-tech.pagerduty.com and Datadog datadoghq.eu; data data; as of Thu 26 Nov 2026 13:05 (Asia/Kuala_Lumpur)',
  );
});

test.each(['2026-12-21', '2026-06-01', '2026-11-26'])(
  'WATCHBILL_AS_OF=%s, left over in a shell, decides nothing: nobody is asked, nothing is deployed',
  async (value) => {
    const calls = sandbox.calls.length;
    await expect(prepared({}, { WATCHBILL_AS_OF: value })).rejects.toThrow(
      `ASOF002: WATCHBILL_AS_OF is "${value}", which is more than two minutes from now (Thu 26 Nov 2026 13:05, Asia/Kuala_Lumpur)\n  unset WATCHBILL_AS_OF; watchbill deploy --as-of INSTANT where another day is meant`,
    );
    expect(sandbox.calls).toHaveLength(calls);
  },
);

test('--as-of and --data say it on purpose, whatever a variable says', async () => {
  const { meant, env } = await prepared(
    { asOf: '2026-12-21', data: DATA },
    {
      WATCHBILL_AS_OF: '2026-06-01',
      WATCHBILL_DATA: '/nowhere',
    },
  );
  expect(env).toMatchObject({ WATCHBILL_AS_OF: '2026-12-20T16:00:00Z', WATCHBILL_DATA: DATA });
  expect(inOneLine(meantText(meant, 'Deploying to'))).toMatch(
    /; data \S+; as of Mon 21 Dec 2026 00:00 \(Asia\/Kuala_Lumpur\), which is NOT NOW$/,
  );
});

test('data with errors, a key that is refused and a vendor that does not answer: nothing is deployed', async () => {
  await expect(prepared({ data: __dirname })).rejects.toMatchObject({ name: 'DeployRefused' });
  const refusing = await startSandbox({ faults: () => ({ kind: 'status', status: 401, body: {} }) });
  await expect(prepared({}, { WATCHBILL_SANDBOX: refusing.url })).rejects.toThrow(
    /^DEPL102: a key is refused: PagerDuty GET \/users: answered 401[^\n]*\n {2}check PAGERDUTY_TOKEN/,
  );
  await refusing.stop();
  await expect(prepared({}, { WATCHBILL_SANDBOX: refusing.url })).rejects.toThrow(
    /^DEPL007: PagerDuty GET \/users: no answer[^\n]*\n {2}check the connection/,
  );
});

test('a key that may not list users deploys all the same, and the account is said to be unknown', async () => {
  const shy = await startSandbox({
    clock: () => NOW,
    faults: () => ({ kind: 'status', status: 403, body: {} }),
  });
  const { meant } = await prepared({}, { WATCHBILL_SANDBOX: shy.url });
  await shy.stop();
  expect(meant.accounts.pagerDuty).toBe(`${new URL(shy.url).host} (unknown account)`);
  expect((await prepared()).meant.accounts.pagerDuty).toBe('sandbox.pagerduty.com');
});

test('--account stops before anything starts where the key opens another one', async () => {
  await expect(prepared({ account: 'xyz-tech.pagerduty.com' })).rejects.toMatchObject({
    name: 'UsageError',
    message:
      'DEPL006: the key opens sandbox.pagerduty.com, and --account says "xyz-tech.pagerduty.com"\n  set PAGERDUTY_TOKEN to a key of the account that you mean, or correct --account',
  });
  expect((await prepared({ account: 'sandbox.pagerduty.com' })).meant.isNow).toBe(true);
});

test("a machine's clock that is far from the vendor's is told before anything starts", async () => {
  clock = NOW.add({ hours: 1, minutes: 3 });
  await prepared();
  expect(inOneLine(said.join(''))).toMatch(
    /^warning: this machine's clock is 1 h 3 min behind PagerDuty's: /,
  );
});

test('keys of a real account never reach whoever listens where a sandbox should be', async () => {
  const received: string[] = [];
  const recorder = createServer((request, response) => {
    received.push(JSON.stringify(request.headers));
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((listening) => recorder.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`;
  const env = { ...REAL, WATCHBILL_SANDBOX: url, WATCHBILL_AS_OF: '' };
  await prepared({}, env);
  const cover = ['cover', 'choo', '--until', '2026-11-26', '--yes'];
  for (const args of [['drift'], ['adopt'], ['rehearse', '--deployed'], cover]) {
    const before = received.length;
    await watchbill(args, env);
    expect([args[0], received.length > before]).toEqual([args[0], true]);
  }
  await new Promise((stopped) => recorder.close(stopped));
  for (const key of Object.values(REAL)) expect(received.join()).not.toContain(key);
  expect(received.every((headers) => headers.includes('sandbox-'))).toBe(true);
});
