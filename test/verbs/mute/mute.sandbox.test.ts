import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Io } from '../../../src/cli/io';
import { main } from '../../../src/main';
import { type Call, type Fault, type Sandbox, startSandbox } from '../../../src/sandbox';
import { changedData } from '../../cli/folder';

jest.setTimeout(60_000);

/** Tuesday 24 November 2026, 22:40:30 in Kuala Lumpur. */
const NIGHT = Temporal.Instant.from('2026-11-24T14:40:30Z');

let [now, data] = [NIGHT, ''];
let faults: (call: Call) => Fault | undefined = () => undefined;
let sandbox: Sandbox;

beforeEach(async () => {
  [now, faults] = [NIGHT, () => undefined];
  data = changedData('leave.yaml', (text) => text);
  sandbox = await startSandbox({ users: [], clock: () => now, faults: (call) => faults(call) });
});
afterEach(() => sandbox.stop());

const path = () => join(data, 'maintenance.yaml');
const file = () => (existsSync(path()) ? readFileSync(path(), 'utf8') : '');

async function mute(args: string, io: Partial<Io> = { confirm: async () => true }) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['mute', ...args.split(' '), '--data', data], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: sandbox.env,
    now: () => now,
    synthesize: () => [],
    ...io,
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** What mutes now or later, as `message from until`. */
const downtimes = () =>
  sandbox.state.datadog.downtimes
    .filter(({ canceled }) => canceled === null)
    .map(({ message, schedule, monitor_identifier }) => {
      const { start, end } = schedule as { start: string; end: string };
      return `${message} ${start.slice(11, 19)} ${end.slice(11, 19)} ${JSON.stringify(monitor_identifier)}`;
    });
const TAGS = '{"monitor_tags":["managed-by:watchbill","pipeline:aggregate-profit"]}';
const WRITTEN = '- { pipelines: [aggregate-profit], from: 2026-11-24T22:40, until: 2026-11-25T00:41 }\n';

test('the entry is written, the downtime is there, and the same command again finds both', async () => {
  const { code, out, err } = await mute('aggregate-profit --for 2h');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Aggregate profit for investors is muted, Tue 24 Nov 2026 22:40 to Wed 25 Nov');
  expect(out).toContain('Done. Datadog confirms that it has the downtime. Now commit the maintenance:');
  expect(out).toContain(`  git commit -m 'Maintenance of aggregate-profit'\n`);
  expect(file()).toBe(WRITTEN);
  expect(downtimes()).toEqual([`Maintenance (watchbill mute) 14:40:30 16:41:00 ${TAGS}`]);
  const again = await mute('aggregate-profit --until 2026-11-25T00:41');
  expect([again.code, file(), downtimes().length]).toEqual([0, WRITTEN, 1]);
  expect(again.out).toContain('Nothing to do: aggregate-profit is muted');
});

test('longer: the entry ends later, the longer downtime comes before the shorter one goes', async () => {
  await mute('aggregate-profit --for 2h');
  now = now.add({ minutes: 30 });
  const before = sandbox.calls.length;
  expect((await mute('aggregate-profit --for 2h')).code).toBe(0);
  expect(file()).toBe(WRITTEN.replace('00:41', '01:11'));
  expect(downtimes()).toEqual([`Maintenance (watchbill mute) 15:10:30 17:11:00 ${TAGS}`]);
  const writes = sandbox.calls
    .slice(before)
    .filter(({ method }) => method !== 'GET')
    .map(({ method }) => method);
  expect(writes).toEqual(['POST', 'DELETE']);
});

test('a planned one, beside what the file has', async () => {
  writeFileSync(
    path(),
    '# planned\n- { pipelines: [aggregate-growth], from: 2026-12-01, until: 2026-12-01 } # db\n',
  );
  const { code } = await mute('aggregate-profit --from 2026-12-05T22:00 --until 2026-12-06T04:00 --yes', {});
  expect([code, file()]).toEqual([
    0,
    '# planned\n- { pipelines: [aggregate-growth], from: 2026-12-01, until: 2026-12-01 } # db\n- { pipelines: [aggregate-profit], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }\n',
  ]);
  expect(downtimes()).toEqual([`Maintenance (watchbill mute) 14:00:00 20:00:00 ${TAGS}`]);
  const canceled = await mute('aggregate-profit --cancel --from 2026-12-05T22:00');
  expect([canceled.code, downtimes()]).toEqual([0, []]);
  expect(file()).toBe(
    '# planned\n- { pipelines: [aggregate-growth], from: 2026-12-01, until: 2026-12-01 } # db\n',
  );
});

test('canceled while it runs: the downtime goes, and what was muted stays on record', async () => {
  await mute('aggregate-profit --for 2h');
  now = now.add({ minutes: 30 });
  const { code, out } = await mute('aggregate-profit --cancel');
  expect([code, downtimes()]).toEqual([0, []]);
  expect(file()).toBe(WRITTEN.replace('2026-11-25T00:41', '2026-11-24T23:10'));
  expect(out).toContain('is no longer muted');
  const again = await mute('aggregate-profit --cancel');
  expect([again.code, again.out.includes('Nothing to cancel')]).toEqual([0, true]);
});

describe('data first, and to be repeated', () => {
  const failing = (method: string, fault: Fault) => {
    faults = (call) => (call.method === method ? fault : undefined);
  };
  const refused: Fault = { kind: 'status', status: 403, body: { errors: ['Forbidden'] } };

  test('Datadog refuses: the entry is there, and the same command makes the downtime', async () => {
    failing('POST', refused);
    const { code, out, err } = await mute('aggregate-profit --for 2h');
    expect([code, file(), downtimes()]).toEqual([1, WRITTEN, []]);
    expect(out).toContain('Datadog: NOT DONE');
    expect(err).toContain('run the same command again to continue');
    faults = () => undefined;
    now = now.add({ minutes: 5 });
    expect((await mute('aggregate-profit --for 2h')).code).toBe(0);
    expect(file()).toBe(WRITTEN.replace('00:41', '00:46'));
    expect(downtimes()).toEqual([`Maintenance (watchbill mute) 14:45:30 16:46:00 ${TAGS}`]);
  });

  test('a lost answer is looked for: nothing is made twice', async () => {
    failing('POST', { kind: 'drop-after' });
    expect((await mute('aggregate-profit --for 2h')).code).toBe(0);
    expect(downtimes()).toHaveLength(1);
  });

  test('a cancellation that Datadog refuses leaves the entry', async () => {
    await mute('aggregate-profit --for 2h');
    failing('DELETE', refused);
    const { code, out } = await mute('aggregate-profit --cancel');
    expect([code, file(), downtimes().length]).toEqual([1, WRITTEN, 1]);
    expect(out).toContain('not changed');
    faults = () => undefined;
    expect((await mute('aggregate-profit --cancel')).code).toBe(0);
    expect(downtimes()).toEqual([]);
  });

  test('killed between the entry and the downtime', async () => {
    writeFileSync(path(), WRITTEN);
    expect((await mute('aggregate-profit --until 2026-11-25T00:41')).code).toBe(0);
    expect([file(), downtimes().length]).toEqual([WRITTEN, 1]);
  });

  test('a file that somebody else changes meanwhile is left alone, and so is Datadog', async () => {
    writeFileSync(path(), '[]\n');
    const other = '- { pipelines: [aggregate-growth], from: 2026-12-01, until: 2026-12-01 }\n';
    const { code, err } = await mute('aggregate-profit --for 2h', {
      confirm: async () => {
        writeFileSync(path(), other);
        return true;
      },
    });
    expect([code, file(), downtimes()]).toEqual([1, other, []]);
    expect(err).toContain('somebody else has changed');
  });
});

test('nothing happens without a yes', async () => {
  const [no, silent] = [
    await mute('aggregate-profit --for 2h', { confirm: async () => false }),
    await mute('aggregate-profit --for 2h', {}),
  ];
  expect([no.code, silent.code, file(), downtimes()]).toEqual([0, 2, '', []]);
  expect(no.out).toContain('maintenance.yaml: to be added');
});

test('for programs', async () => {
  const { out } = await mute('aggregate-profit --for 90m --yes --json', {});
  expect(JSON.parse(out)).toMatchObject({
    pipeline: 'aggregate-profit',
    cancel: false,
    from: '2026-11-24T22:40:00+08:00',
    until: '2026-11-25T00:11:00+08:00',
    maintenance: { change: 'written', done: true },
    downtime: { done: true },
    problems: [],
    done: true,
  });
  expect((await mute('aggregate-profit --for 90m --json')).code).toBe(2);
});

test.each([
  ['aggregate-profitt --for 2h', 'aggregate-profit'],
  ['aggregate-profit', 'give --for or --until'],
  ['aggregate-profit --for 2h --until 2026-11-26', 'give --for or --until'],
  ['aggregate-profit --for 2', '--for is not a duration'],
  ['aggregate-profit --for 0h', '--for is not a duration'],
  ['aggregate-profit --until 2026-11-24T22:00', 'the end is in the past: Tue 24 Nov 2026 22:00\n'],
  [
    'aggregate-profit --from 2026-11-26 --until 2026-11-25',
    'the end, Thu 26 Nov 2026 00:00, is not after the beginning, Thu 26 Nov 2026 00:00',
  ],
  ['aggregate-profit --until 2026-11-25T00:00:30', '--until is not to the minute'],
  ['aggregate-profit --cancel --for 2h', '--cancel takes neither'],
])('%s is refused', async (args, expected) => {
  const { code, err } = await mute(args);
  expect([code, file(), downtimes()]).toEqual([2, '', []]);
  expect(err).toContain(expected);
});

test('the pipeline is checked before the keys, which are needed only then', async () => {
  expect(await mute('nothing --for 2h', { env: {} })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^unknown pipeline "nothing": /),
  });
  expect(await mute('aggregate-profit --for 2h', { env: {} })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^not set: DD_API_KEY, DD_APP_KEY\n/),
  });
});

test('an entry of several pipelines is not touched, and one that begins within is refused', async () => {
  const shared =
    '- { pipelines: [aggregate-profit, aggregate-growth], from: 2026-11-24T22:00, until: 2026-11-25T01:00 }\n';
  writeFileSync(path(), shared);
  const cancel = await mute('aggregate-profit --cancel');
  expect([cancel.code, file()]).toEqual([1, shared]);
  expect(cancel.err).toContain('also mutes other pipelines');
  const later = WRITTEN.replace('22:40', '23:30');
  writeFileSync(path(), later);
  const within = await mute('aggregate-profit --for 2h');
  expect([within.code, file()]).toEqual([1, later]);
  expect(within.err).toContain('has another maintenance of this pipeline then');
  writeFileSync(path(), '- { pipelines: [nobody], from: 2026-11-24, until: 2026-11-24 }\n');
  const broken = await mute('aggregate-profit --for 2h');
  expect([broken.code, broken.err.includes('MAIN001')]).toEqual([1, true]);
});
