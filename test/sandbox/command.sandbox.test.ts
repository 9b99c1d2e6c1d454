import { EventEmitter, once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import type { Io } from '../../src/cli/io';
import { sandbox } from '../../src/verbs/sandbox/sandbox';
import { DATA, watchbill } from '../cli/run';

/** Runs the verb until the callback, which is given the exported variables, is done. */
async function whileRunning(
  options: Parameters<typeof sandbox>[0],
  use: (env: Readonly<Record<string, string>>) => Promise<void>,
): Promise<number> {
  const events = new EventEmitter();
  const started = once(events, 'started') as Promise<string[]>;
  const io: Io = {
    out: (text) => events.emit('started', text),
    err: () => undefined,
    env: { WATCHBILL_DATA: DATA, WATCHBILL_AS_OF: '2026-11-23' },
    now: () => Temporal.Instant.from('2026-11-24T03:15:00Z'),
  };
  const code = sandbox(options, io, async () => {
    await once(events, 'stop');
  });
  const lines = ((await started)[0] ?? '').trimEnd().split('\n');
  try {
    await use(
      Object.fromEntries(lines.map((line) => /^export (\w+)=(\S+)$/.exec(line)?.slice(1) ?? [line, ''])),
    );
  } finally {
    events.emit('stop');
  }
  return code;
}

test('prints what points Terraform at it, has everybody of the data, and stops cleanly', async () => {
  const code = await whileRunning({}, async (env) => {
    expect(Object.keys(env)).toEqual([
      'WATCHBILL_SANDBOX',
      'PAGERDUTY_TOKEN',
      'DD_API_KEY',
      'DD_APP_KEY',
      'DD_HOST',
    ]);
    const headers = { authorization: `Token token=${env['PAGERDUTY_TOKEN']}` };
    const answer = await fetch(`${env['WATCHBILL_SANDBOX']}/pagerduty/users`, { headers });
    const { users } = (await answer.json()) as { users: { email: string }[] };
    expect(users.map(({ email }) => email.split('@')[0])).toEqual([
      'aidil',
      'spencer',
      'thiru',
      'choo',
      'ba-desk',
      'accounts-desk',
    ]);
  });
  expect(code).toBe(0);
});

test('says which port is taken', async () => {
  await whileRunning({}, async (env) => {
    const port = env['WATCHBILL_SANDBOX']?.split(':').at(-1) ?? '';
    expect(await watchbill(['sandbox', '--port', port])).toEqual({
      code: 2,
      out: '',
      err: `port ${port} is in use: choose another --port\n`,
    });
  });
});

test.each(['0x10', '65536', '-1', 'http'])('refuses %s for a port', async (port) => {
  const { code, err } = await watchbill(['sandbox', `--port=${port}`]);
  expect([code, err]).toEqual([2, expect.stringContaining(`--port is not a valid port: "${port}"`)]);
});

test('data with errors is reported, and nothing is started', async () => {
  const { code, out } = await watchbill(['sandbox', '--data', '/no/such/folder']);
  expect([code, out]).toEqual([1, '']);
});
