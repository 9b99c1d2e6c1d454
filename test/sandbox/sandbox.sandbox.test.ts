import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Fault } from '../../src/sandbox/faults';
import { type Sandbox, type StartOptions, startSandbox } from '../../src/sandbox/sandbox';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-sandbox-'));
const stateFile = join(folder, 'state.json');
const running: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
  rmSync(stateFile, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = async (options: StartOptions = {}) => {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
};
const call = ({ pagerDutyUrl, tokens }: Sandbox, path: string, body?: object) =>
  fetch(`${pagerDutyUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Token token=${tokens.pagerDuty}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test('it listens on this machine only, and says how to reach it', async () => {
  const { url, env, pagerDutyUrl, datadogUrl } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect([pagerDutyUrl, datadogUrl]).toEqual([`${url}/pagerduty`, url]);
  expect(env).toEqual({
    WATCHBILL_SANDBOX: url,
    PAGERDUTY_TOKEN: 'sandbox-pagerduty-token',
    DD_API_KEY: 'sandbox-datadog-api-key',
    DD_APP_KEY: 'sandbox-datadog-app-key',
    DD_HOST: url,
  });
});

test('calls are recorded, those that it does not know too', async () => {
  const sandbox = await start();
  await call(sandbox, '/teams?limit=5');
  await call(sandbox, '/nothing');
  await fetch(`${sandbox.url}/elsewhere`);
  expect(sandbox.calls).toEqual([
    {
      number: 1,
      vendor: 'pagerduty',
      method: 'GET',
      path: '/pagerduty/teams',
      query: 'limit=5',
      known: true,
      status: 200,
    },
    {
      number: 2,
      vendor: 'pagerduty',
      method: 'GET',
      path: '/pagerduty/nothing',
      query: '',
      known: false,
      status: 404,
    },
    { number: 3, vendor: 'none', method: 'GET', path: '/elsewhere', query: '', known: false, status: 404 },
  ]);
});

describe('a state file', () => {
  test('keeps what was made across a restart, and users are not made twice', async () => {
    const users = [{ name: 'Aidil', email: 'aidil@xyz-tech.example' }];
    const first = await start({ stateFile, users });
    await call(first, '/teams', { name: 'DE' });
    const second = await start({ stateFile, users });
    expect(second.state).toEqual(first.state);
    expect(second.state.pagerduty.teams.map(({ name }) => name)).toEqual(['DE']);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  test('from before people had contact methods is read, and gives everybody those of a new log-in', async () => {
    const users = [{ name: 'Aidil', email: 'aidil@xyz-tech.example' }];
    const { state } = await start({ stateFile, users });
    const { contactMethods: _, notificationRules: __, ...before } = state.pagerduty;
    writeFileSync(stateFile, JSON.stringify({ format: 'watchbill-sandbox/1', ...state, pagerduty: before }));
    const { pagerduty } = (await start({ stateFile, users })).state;
    expect(pagerduty.contactMethods.map(({ type }) => type)).toEqual([
      'email_contact_method',
      'phone_contact_method',
    ]);
    expect(pagerduty.notificationRules).toHaveLength(2);
  });

  test.each([
    ["another tool's", '{"version": 4}', 'is not a state file of this sandbox'],
    ['no JSON at all', 'root:x:0:0', 'is not a state file of this sandbox'],
    ['empty', '', 'is not a state file of this sandbox'],
    ['half of one', '{"format": "watchbill-sandbox/1", "pagerd', 'is damaged'],
    [
      'one without its parts',
      '{"format": "watchbill-sandbox/1", "pagerduty": {"teams": 1}}',
      'pagerduty.teams',
    ],
  ])('that is %s is refused and left alone', async (_, text, problem) => {
    writeFileSync(stateFile, text);
    const refusal = await startSandbox({ stateFile }).then(String, String);
    expect(refusal).toContain(problem);
    // Only of its own file it may say so; and nothing of somebody else's is shown.
    if (problem.startsWith('is not')) expect(refusal).not.toMatch(/remove|damaged|root:x/);
    expect(readFileSync(stateFile, 'utf8')).toBe(text);
  });

  test('in no folder, or that is a folder, is told with the file', async () => {
    const nowhere = join(folder, 'none', 'state.json');
    const users = [{ name: 'Aidil', email: 'aidil@xyz-tech.example' }];
    await expect(startSandbox({ stateFile: nowhere, users })).rejects.toThrow(
      `${nowhere} cannot be written: ENOENT`,
    );
    await expect(startSandbox({ stateFile: folder })).rejects.toThrow(`${folder} cannot be read: EISDIR`);
  });
});

describe('a fault', () => {
  const meeting = (fault: Fault) => start({ faults: ({ number }) => (number === 1 ? fault : undefined) });
  const names = ({ state }: Sandbox) => state.pagerduty.teams.map(({ name }) => name);

  test('before drops the connection and does nothing', async () => {
    const sandbox = await meeting({ kind: 'drop-before' });
    await expect(call(sandbox, '/teams', { name: 'DE' })).rejects.toThrow('fetch failed');
    expect([names(sandbox), sandbox.calls[0]?.status]).toEqual([[], undefined]);
    expect((await call(sandbox, '/teams', { name: 'DE' })).status).toBe(201);
  });

  test('a call that hangs is not done and not answered, until the sandbox stops', async () => {
    const sandbox = await meeting({ kind: 'hang' });
    const hanging = call(sandbox, '/teams', { name: 'DE' });
    const outcome = expect(hanging).rejects.toThrow('fetch failed');
    expect((await call(sandbox, '/teams', { name: 'BA' })).status).toBe(201);
    expect(names(sandbox)).toEqual(['BA']);
    await sandbox.stop();
    await outcome;
  });

  test('after drops the connection and has made the change', async () => {
    const sandbox = await meeting({ kind: 'drop-after' });
    await expect(call(sandbox, '/teams', { name: 'DE' })).rejects.toThrow('fetch failed');
    expect([names(sandbox), sandbox.calls[0]?.status]).toEqual([['DE'], undefined]);
  });

  test('answers a status of its own with its headers', async () => {
    const body = { error: { message: 'Rate Limit Exceeded', code: 2020 } };
    const sandbox = await meeting({ kind: 'status', status: 429, headers: { 'ratelimit-reset': '7' }, body });
    const answer = await call(sandbox, '/teams', { name: 'DE' });
    expect([answer.status, answer.headers.get('ratelimit-reset'), await answer.json()]).toEqual([
      429,
      '7',
      body,
    ]);
    expect([names(sandbox), sandbox.calls[0]?.status]).toEqual([[], 429]);
  });

  test('delays', async () => {
    const sandbox = await meeting({ kind: 'delay', by: Temporal.Duration.from({ milliseconds: 60 }) });
    const before = performance.now();
    expect((await call(sandbox, '/teams', { name: 'DE' })).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThan(50);
  });

  test('truncates what is answered', async () => {
    const sandbox = await meeting({ kind: 'truncate' });
    const answer = await call(sandbox, '/teams', { name: 'DE' });
    expect(answer.status).toBe(201);
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(names(sandbox)).toEqual(['DE']);
  });
});

describe('at the door', () => {
  const answered = async (sandbox: Sandbox, path: string, options: RequestOptions) =>
    new Promise<{ status: number | undefined; date: string | undefined }>((resolve, reject) => {
      const { headers, ...rest } = options;
      const sent = request(`${sandbox.url}${path}`, {
        ...rest,
        headers: { ...KEYS_OF(sandbox), ...headers },
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode, date: response.headers.date });
      });
      sent.end();
    });
  const KEYS_OF = ({ tokens }: Sandbox) => ({
    authorization: `Token token=${tokens.pagerDuty}`,
    'dd-api-key': tokens.datadogApi,
    'dd-application-key': tokens.datadogApp,
  });

  test.each(['/pagerduty/users', '/api/v2/team', '/sandbox/handles'])(
    '%s answers to this machine alone: a name of somebody else that leads here is refused',
    async (path) => {
      const sandbox = await start();
      const port = new URL(sandbox.url).port;
      for (const host of [
        `evil.example:${port}`,
        `127.0.0.1.evil.example:${port}`,
        'localhost.evil.example',
      ]) {
        expect(await answered(sandbox, path, { headers: { host } })).toMatchObject({ status: 403 });
      }
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
        expect(await answered(sandbox, path, { headers: { host } })).toMatchObject({ status: 200 });
      }
    },
  );

  test('its answers tell the time by its own clock', async () => {
    const sandbox = await start({ clock: () => Temporal.Instant.from('2026-11-24T03:15:07.9Z') });
    const { date } = await answered(sandbox, '/pagerduty/users', {});
    expect(date).toBe('Tue, 24 Nov 2026 03:15:07 GMT');
  });

  test.each(['/pagerduty/teams', '/api/v1/monitor'])(
    '%s refuses a body over the limit with 413',
    async (path) => {
      const sandbox = await start();
      const answer = await fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        headers: { ...KEYS_OF(sandbox), 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x'.repeat(1_100_000) }),
      });
      expect([answer.status, Object.keys((await answer.json()) as object)]).toEqual([
        413,
        [path.startsWith('/api') ? 'errors' : 'error'],
      ]);
    },
  );
});
