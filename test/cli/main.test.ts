import { watchbill } from './run';

test('help is no error; no verb and an unknown one are', async () => {
  const help = await watchbill(['--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('watchbill');
  expect((await watchbill([])).code).toBe(2);
  const unknown = await watchbill(['chek']);
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('Did you mean check?');
  expect((await watchbill(['frobnicate'])).err).toBe(
    "error: unknown command 'frobnicate'\nFor all verbs: watchbill --help\n",
  );
});

test.each(['check', 'roster', 'who'])('%s has help with an example and the exit codes', async (verb) => {
  const { code, out } = await watchbill([verb, '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`Example:\n  watchbill ${verb}`);
  expect(out).toContain('Exit codes: 0 clean, 1 problems in the data, 2 wrong usage');
});
