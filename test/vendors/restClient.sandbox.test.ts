import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox';
import { DatadogApi, PagerDutyApi, VendorError, vendorAccess } from '../../src/vendors';

let sandbox: Sandbox;
let faults: Fault[];
let waited: number[];

const USERS = Array.from({ length: 130 }, (_, index) => ({
  name: `P${index}`,
  email: `p${index}@x.example`,
}));

beforeAll(async () => {
  sandbox = await startSandbox({ users: USERS, faults: () => faults.shift() });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  faults = [];
  waited = [];
});

const wait = async (seconds: number) => void waited.push(seconds);
const pagerDuty = () => new PagerDutyApi(vendorAccess(sandbox.env).pagerDuty, { wait });
const datadog = () => new DatadogApi(vendorAccess(sandbox.env).datadog, { wait });
const callsOf = async (work: () => Promise<unknown>) => {
  const before = sandbox.calls.length;
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, calls: sandbox.calls.length - before };
};

test('a list is read to its last page', async () => {
  const users = await pagerDuty().list('/users', 'users');
  expect(users).toHaveLength(130);
  expect(new Set(users.map((user) => JSON.stringify(user))).size).toBe(130);
});

test('a rate limit is waited for as the vendor says, by reads and writes', async () => {
  faults = [
    { kind: 'status', status: 429, headers: { 'ratelimit-reset': '7' }, body: {} },
    { kind: 'status', status: 429, headers: { 'ratelimit-reset': '3' }, body: {} },
  ];
  await pagerDuty().get('/abilities');
  expect(waited).toEqual([7, 3]);
  faults = [{ kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '9' }, body: {} }];
  await datadog().monitors({ tags: ['managed-by:watchbill'] });
  expect(waited).toEqual([7, 3, 9]);
  const team = { team: { name: 'Data', type: 'team' } };
  faults = [{ kind: 'status', status: 429, headers: { 'ratelimit-reset': '900' }, body: {} }];
  expect(await pagerDuty().post('/teams', team)).toMatchObject({ team: { name: 'Data' } });
  expect(waited).toEqual([7, 3, 9, 60]);
});

test.each<Fault>([
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'status', status: 502, body: '<html>' },
  { kind: 'truncate' },
])('a read that meets %o is repeated', async (fault) => {
  faults = [fault, fault];
  const { error, calls } = await callsOf(() => pagerDuty().get('/abilities'));
  expect([error, calls, waited]).toEqual([undefined, 3, [1, 2]]);
});

test('a read that never succeeds ends with what the vendor said', async () => {
  faults = Array.from({ length: 9 }, () => ({ kind: 'status', status: 500, body: 'out of order' }));
  const { error, calls } = await callsOf(() => pagerDuty().get('/abilities'));
  expect([calls, waited]).toEqual([5, [1, 2, 4, 8]]);
  expect(String(error)).toBe('VendorError: PagerDuty GET /abilities: answered 500: out of order');
});

test.each<Fault>([{ kind: 'drop-after' }, { kind: 'status', status: 500, body: '' }])(
  'a write that meets %o is not repeated: it may have been made',
  async (fault) => {
    faults = [fault];
    const team = { team: { name: `Once ${fault.kind}`, type: 'team' } };
    const { error, calls } = await callsOf(() => pagerDuty().post('/teams', team));
    expect([calls, waited]).toEqual([1, []]);
    expect(error).toBeInstanceOf(VendorError);
  },
);

test('a refusal is told at once, without the credentials', async () => {
  const access = { ...vendorAccess(sandbox.env).pagerDuty, token: 'canary-token' };
  const { error, calls } = await callsOf(() => new PagerDutyApi(access, { wait }).get('/abilities'));
  expect([calls, waited]).toEqual([1, []]);
  expect(error).toMatchObject({ vendor: 'PagerDuty', status: 401 });
  expect(String(error)).not.toContain('canary');
});

test('a refusal that repeats what was sent is told without the keys, and no terminal obeys it', async () => {
  const real = {
    token: 'y_NbAkKc66ryYTWUXYEu',
    apiKey: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    appKey: 'AAA9bbb8ccc7ddd6eee5',
  };
  const echo = await reflecting(403);
  const told = [
    await callsOf(() => new PagerDutyApi({ url: echo.url, token: real.token }, { wait }).get('/abilities')),
    await callsOf(() => new DatadogApi({ url: echo.url, ...real }, { wait }).downtimes()),
  ].map(({ error }) => String(error));
  await echo.stop();
  expect(told[0]).toMatch(/^VendorError: PagerDuty GET \/abilities: answered 403: \\u\{1b\}\[31m/);
  expect(echo.received.join()).toContain(real.token);
  for (const key of Object.values(real)) {
    for (let at = 0; at + 8 <= key.length; at += 1) expect(told.join()).not.toContain(key.slice(at, at + 8));
  }
});

test('an answer that repeats a key, too: nothing that is read holds it', async () => {
  const echo = await reflecting(200);
  const token = 'y_NbAkKc66ryYTWUXYEu';
  const answer = await new PagerDutyApi({ url: echo.url, token }, { wait }).get('/abilities');
  await echo.stop();
  expect(answer).toMatchObject({ headers: { authorization: 'Token token=***' } });
});

test('a key that cannot stand in a header is not shown by whoever refuses it', async () => {
  const access = { url: sandbox.pagerDutyUrl, token: 'y_NbAkKc66ryY\nTWUXYEuabcdef' };
  const { error } = await callsOf(() => new PagerDutyApi(access, { wait }).get('/abilities'));
  expect(String(error)).toMatch(/^VendorError: PagerDuty GET \/abilities: no answer: .*invalid/);
  expect(String(error)).not.toMatch(/NbAkKc66|TWUXYEua/);
});

test('how far the vendor says that its clock is ahead', async () => {
  const now = Temporal.Instant.from('2026-11-24T03:15:07Z');
  const late = await startSandbox({ clock: () => now.add({ minutes: 12 }) });
  const client = new PagerDutyApi(vendorAccess(late.env).pagerDuty, { now: () => now });
  expect(client.clockAhead).toBeUndefined();
  await client.get('/abilities');
  await late.stop();
  expect(client.clockAhead?.total('seconds')).toBe(720);
});

test('what is waited for is told from its beginning to its end, a rate limit too', async () => {
  const told: string[] = [];
  const waiting = (what: string) => {
    told.push(what);
    return () => void told.push('over');
  };
  faults = [
    { kind: 'status', status: 429, headers: { 'ratelimit-reset': '7' }, body: {} },
    { kind: 'drop-before' },
  ];
  await new PagerDutyApi(vendorAccess(sandbox.env).pagerDuty, { wait, waiting }).get('/abilities');
  expect(told.filter((what) => what !== 'over')).toEqual([
    'PagerDuty (GET /abilities)',
    'PagerDuty (GET /abilities: its rate limit, try 2 of 5 in 7 s)',
    'PagerDuty (GET /abilities)',
    'PagerDuty (GET /abilities: it failed, try 3 of 5 in 2 s)',
    'PagerDuty (GET /abilities)',
  ]);
  expect(told.filter((_, at) => at % 2 === 1)).toEqual(Array(5).fill('over'));
});

/** A server that answers everybody with what was sent to it, in red. */
async function reflecting(status: number) {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(JSON.stringify(request.headers));
    const body = JSON.stringify({ headers: request.headers });
    response.writeHead(status).end(status === 200 ? body : `\u001b[31m${body}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}

test('nobody listens: it says so', async () => {
  const access = { url: 'http://127.0.0.1:9', apiKey: 'k', appKey: 'k' };
  const { error } = await callsOf(() => new DatadogApi(access, { wait }).downtimes());
  expect(String(error)).toMatch(/^VendorError: Datadog GET \/api\/v2\/downtime: no answer: /);
});
