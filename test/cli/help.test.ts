import { Command } from 'commander';
import manifest from '../../package.json';
import { addVerbs } from '../../src/verbs';
import { watchbill } from './run';

/** The program as help sees it, without anything that works. */
function program(): Command {
  const command = new Command('watchbill').exitOverride().helpCommand(false);
  const io = { out() {}, err() {}, env: {}, now: never, synthesize: never };
  addVerbs(command, { io, end: never });
  return command;
}

function never(): never {
  throw new Error('nothing is to be done here');
}

/** Every command below one, with the words by which it is called. */
function commandsBelow(command: Command, words: readonly string[] = []): [string, Command][] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.flatMap((each): [string, Command][] => {
    const called = [...words, each.name()];
    return [[called.join(' '), each], ...commandsBelow(each, called)];
  });
}

const VERBS = commandsBelow(program()).map(([words]) => words);

test('the verbs, in the order in which they are met', async () => {
  expect(VERBS).toEqual([
    ...[
      'start',
      'init',
      'init runbook',
      'check',
      'explain',
      'roster',
      'who',
      'diff',
      'load',
      'calendar',
      'site',
    ],
    ...['synth', 'sandbox', 'adopt', 'deploy', 'drift', 'cover', 'mute'],
    ...['rehearse', 'telemetry', 'telemetry sql', 'telemetry agent', 'completion'],
  ]);
  const { code, out } = await watchbill(['--help']);
  expect(code).toBe(0);
  expect(out.match(/^\w+:$/gm)).toEqual([
    ...['Options:', 'Start:', 'Data:', 'Deploy:', 'Proof:', 'Shell:', 'Example:'],
  ]);
  expect(out).toContain('Exit codes: 0 clean, 1 problems in the data, 2 wrong usage, 3 drift\n');
  // For a shell, and for the CDKTF CLI.
  expect(out).not.toMatch(/__complete|^ +app\b/m);
});

test.each(VERBS)('the help of %s: an example that parses, exit codes, 80 columns', async (words) => {
  const { code, out } = await watchbill([...words.split(' '), '--help']);
  expect(code).toBe(0);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  if (words === 'telemetry') return;
  expect(out).toMatch(/^Exit codes: 0 /m);

  const [, example = ''] = /^Example:\n {2}(.*)$/m.exec(out) ?? [];
  const typed = /\bwatchbill ([^>)]*)/.exec(example)?.[1]?.trim().split(' ') ?? [];
  expect(typed.slice(0, words.split(' ').length).join(' ')).toBe(words);
  const called: string[] = [];
  const parser = program();
  for (const [name, command] of commandsBelow(parser)) {
    command.action(() => {
      called.push(name);
    });
  }
  parser.parse(typed, { from: 'user' });
  expect(called).toEqual([words]);
});

test('the help of the program fits 80 columns', async () => {
  const { out } = await watchbill(['--help']);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('--version is that of the package', async () => {
  expect(await watchbill(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
});

test.each([
  [['rost'], 'Did you mean roster?'],
  [['roster', '--persn', 'aidil'], 'Did you mean --person?'],
  [['roster', '--person', 'aidl'], 'unknown person "aidl": did you mean "aidil"?'],
  [['roster', '--pipeline', 'agregate-growth'], 'did you mean "aggregate-growth"?'],
  [['who', 'agregate-growth'], 'did you mean "aggregate-growth"?'],
  [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish.'],
])('%j: what was meant', async (args, hint) => {
  const { code, out, err } = await watchbill(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(hint);
});

test.each([
  // Two edits away from --version, which the program has.
  [['load', '--person', 'aidil'], '--person', 'watchbill load --help'],
  [['who', '--person'], '--person', 'watchbill who --help'],
  [['telemetry', 'sql', '--weeks'], '--weeks', 'watchbill telemetry sql --help'],
])('%j: nothing was meant that there is, so nothing is suggested', async (args, option, help) => {
  const { code, out, err } = await watchbill(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe(`error: unknown option '${option}'\nFor its options: ${help}\n`);
});
