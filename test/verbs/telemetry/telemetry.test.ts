import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

// Neither verb waits for what only others need.
describe('telemetry sql', () => {
  test('is one transaction on standard output alone, with the data in it', async () => {
    const { code, out, err } = await watchbill(['telemetry', 'sql']);
    expect([code, err]).toEqual([0, '']);
    const statements = out.split('\n').filter((line) => !line.startsWith('--'));
    expect(statements[0]).toBe('BEGIN;');
    expect(out.endsWith('\nCOMMIT;\n')).toBe(true);
    expect(out).toContain("SELECT 'Asia/Kuala_Lumpur', '2027-12-31' WHERE");
    expect(out).toContain("('aggregate-profit', 'not-complete-by-nine', 'deadline', '09:00', NULL)");
  });

  test('as JSON', async () => {
    const { code, out } = await watchbill(['telemetry', 'sql', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      asOf: '2026-11-23T00:00:00+08:00',
      sql: (await watchbill(['telemetry', 'sql'])).out,
    });
  });

  test('is the same whatever day it is printed on', async () => {
    const on = async (day: string) => (await watchbill(['telemetry', 'sql', '--as-of', day])).out;
    expect(await on('2026-12-30')).toBe(await on('2026-11-23'));
  });
});

describe('telemetry agent', () => {
  test("is the Agent's file, for a database on this machine unless told otherwise", async () => {
    const { code, out, err } = await watchbill(['telemetry', 'agent']);
    expect([code, err]).toEqual([0, '']);
    expect(parse(out).instances[0]).toMatchObject({
      host: 'localhost',
      port: 5432,
      dbname: 'watchbill',
      username: 'datadog',
      password: 'ENC[watchbill_ledger_password]',
    });
  });

  test('takes the connection from its options, and prints the same as JSON', async () => {
    const options = ['--host', 'db', '--port', '6432', '--dbname', 'ledger', '--username', 'reader'];
    const { out } = await watchbill(['telemetry', 'agent', ...options]);
    const config = parse(out);
    expect(config.instances[0]).toMatchObject({
      host: 'db',
      port: 6432,
      dbname: 'ledger',
      username: 'reader',
    });
    const json = await watchbill(['telemetry', 'agent', ...options, '--json']);
    expect(JSON.parse(json.out)).toEqual(config);
  });

  test('without any rule it says that nothing will be read', async () => {
    // Only what runs in office hours, without a runbook.
    const data = changedData('pipelines.yaml', (text) => text.slice(0, text.indexOf('aggregate-profit:')));
    rmSync(join(data, 'runbooks'), { recursive: true });
    writeFileSync(join(data, 'rotations.yaml'), '{}\n');
    const { code, out, err } = await watchbill(['telemetry', 'agent', '--data', data]);
    expect([code, err]).toEqual([
      0,
      'no alert rule reads the run ledger, so the Agent has no gauge to read\n',
    ]);
    expect(parse(out).instances[0].custom_queries).toEqual([]);
  });

  test.each([
    ['--port', '0', '--port is not a valid port: "0"\n  use a number from 1 to 65535\n'],
    ['--port', '65536', '--port is not a valid port: "65536"\n  use a number from 1 to 65535\n'],
    ['--port', '5432x', '--port is not a valid port: "5432x"\n  use a number from 1 to 65535\n'],
    ['--host', '', '--host is empty\n  pass a value, or leave it out for the default\n'],
    ['--dbname', ' ', '--dbname is empty\n  pass a value, or leave it out for the default\n'],
    ['--username', '', '--username is empty\n  pass a value, or leave it out for the default\n'],
  ])('%s %j is wrong usage', async (option, value, message) => {
    const { code, out, err } = await watchbill(['telemetry', 'agent', option, value]);
    expect([code, out, err]).toEqual([2, '', message]);
  });
});

describe.each(['sql', 'agent'])('telemetry %s', (verb) => {
  test('prints nothing where the data has errors', async () => {
    const data = changedData('pipelines.yaml', (text) => text.replace('primary: ba', 'primary: nobody'));
    const { code, out, err } = await watchbill(['telemetry', verb, '--data', data]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/pipelines\.yaml:\d+:\d+/);
    expect(err).toContain('nobody');
  });

  test('has help with an example and the exit codes', async () => {
    const { code, out } = await watchbill(['telemetry', verb, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Example:\n  watchbill telemetry ${verb}`);
    expect(out).toContain('Exit codes: 0 clean, 1 problems in the data, 2 wrong usage');
  });
});

test('telemetry alone, and an unknown one, are wrong usage', async () => {
  const alone = await watchbill(['telemetry']);
  expect([alone.code, alone.out]).toEqual([2, '']);
  expect(alone.err).toContain('Usage: watchbill telemetry');
  const unknown = await watchbill(['telemetry', 'agnt']);
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('Did you mean agent?');
});
