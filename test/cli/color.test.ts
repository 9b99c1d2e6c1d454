import { Temporal } from 'temporal-polyfill';
import { isColored, marked, paletteOf } from '../../src/cli/color';
import { main } from '../../src/main';
import { driftText } from '../../src/verbs/drift/driftReport';
import { changedData } from './folder';
import { DATA, watchbill } from './run';

const ESCAPE = '\u001b';

/** Calls the command on a terminal of two colours. */
async function onTerminal(args: readonly string[], data = DATA): Promise<{ out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  await main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    color: { out: true, err: true },
    env: { WATCHBILL_DATA: data, WATCHBILL_AS_OF: '2026-11-23' },
    now: () => Temporal.Instant.from('2026-11-24T03:15:00Z'),
    synthesize: () => [],
  });
  return { out: out.join(''), err: err.join('') };
}

/** Everybody is away on 1 December. */
const clashing = () =>
  changedData('leave.yaml', (text) =>
    ['aidil', 'spencer', 'thiru', 'choo'].reduce(
      (lines, person) => `${lines}- { person: ${person}, from: 2026-12-01, until: 2026-12-01 }\n`,
      text,
    ),
  );

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
])('%j on a terminal: %s gives colour: %s', (env, isTerminal, expected) => {
  expect(isColored(env, isTerminal)).toBe(expected);
});

test('errors are red, warnings yellow, and the rest is as without', async () => {
  const data = changedData('leave.yaml', (text) => text.replace('person: thiru', 'person: thirru'));
  const { out } = await onTerminal(['check'], data);
  expect(out).toContain(`${ESCAPE}[31merror `);
  const plain = await watchbill(['check', '--data', data]);
  expect(withoutColor(out)).toBe(plain.out);
  expect((await onTerminal(['roster'], data)).err).toContain(`${ESCAPE}[31merror `);
  expect((await onTerminal(['check'], clashing())).out).toContain(`${ESCAPE}[33mwarning `);
});

test('a clash is red, in the same columns', async () => {
  const data = clashing();
  const { out } = await onTerminal(['roster', '--weeks', '2'], data);
  expect(out).toContain(`${ESCAPE}[31mCLASH${ESCAPE}[39m, all away`);
  expect(withoutColor(out)).toBe((await watchbill(['roster', '--weeks', '2', '--data', data])).out);
  const who = await onTerminal(['who', '--at', '2026-12-01T12:00'], data);
  expect(who.out).toContain(`${ESCAPE}[31mCLASH${ESCAPE}[39m`);
});

test('JSON has no colour, nor has help, nor anything that is no terminal', async () => {
  const data = clashing();
  for (const args of [['roster', '--json'], ['check', '--json'], ['--help'], ['rost']]) {
    const { out, err } = await onTerminal(args, data);
    expect(`${out}${err}`).not.toContain(ESCAPE);
  }
  for (const verb of ['check', 'roster', 'who', 'load']) {
    const { out, err } = await watchbill([verb, '--data', data]);
    expect(`${out}${err}`).not.toContain(ESCAPE);
  }
});

test('each line of a difference is yellow, and what is to be done is not', () => {
  const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
  const text = `somebody changed ${'a word '.repeat(12)}by hand`;
  const drift = [
    { system: 'PagerDuty', kind: 'service', object: 'Growth', what: 'missing', text, wayOut: 'see to it' },
  ] as const;
  const view = { drift, notes: [], now, horizon: now, timeZone: 'UTC' };
  const lines = driftText(view, paletteOf({ color: { out: true, err: false } }, 'out')).split('\n');
  const yellow = lines.filter((line) => line.startsWith(`${ESCAPE}[33m`) && line.endsWith(`${ESCAPE}[39m`));
  expect(yellow).toHaveLength(2);
  expect(withoutColor(lines.join('\n'))).toBe(driftText(view));
  expect(lines.filter((line) => line.includes(ESCAPE))).toEqual(yellow);
});

test('an output without colour gets none, whatever the other one has', () => {
  expect(marked('CLASH', /CLASH/g, paletteOf({ color: { out: false, err: true } }, 'out').red)).toBe('CLASH');
  expect(paletteOf({ color: { out: false, err: true } }, 'err').red('x')).toBe(`${ESCAPE}[31mx${ESCAPE}[39m`);
});

function withoutColor(text: string): string {
  return text.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '');
}
