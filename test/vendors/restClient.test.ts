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

test('nobody listens: it says so', async () => {
  const access = { url: 'http://127.0.0.1:9', apiKey: 'k', appKey: 'k' };
  const { error } = await callsOf(() => new DatadogApi(access, { wait }).downtimes());
  expect(String(error)).toMatch(/^VendorError: Datadog GET \/api\/v2\/downtime: no answer: /);
});
