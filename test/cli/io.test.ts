import { processIo } from '../../src/cli/io';

test("an interruption is the listener's until it is given back", () => {
  const before = process.listenerCount('SIGINT');
  let heard = 0;
  const giveBack = processIo.onInterrupt?.(() => {
    heard += 1;
  });
  process.emit('SIGINT');
  process.emit('SIGTERM');
  expect(heard).toBe(2);
  giveBack?.();
  expect(process.listenerCount('SIGINT')).toBe(before);
});

describe('standard error', () => {
  const { isTTY, columns, write } = process.stderr;
  const LONG = '--until is missing\n  say when the person is back: a date is included (2026-11-24)\n';

  afterEach(() => Object.assign(process.stderr, { isTTY, columns, write }));

  test.each([
    [
      'on a terminal, lines fit it',
      { isTTY: true, columns: 40 },
      '--until is missing\n  say when the person is back: a date is\n    included (2026-11-24)\n',
    ],
    ['a terminal that does not say how wide it is has 80 columns', { isTTY: true, columns: 0 }, LONG],
    ['elsewhere, each sentence is one line', { isTTY: false, columns: 40 }, LONG],
  ])('%s', (_, terminal, expected) => {
    let text = '';
    Object.assign(process.stderr, terminal, {
      write: (more: string) => {
        text += more;
        return true;
      },
    });
    processIo.err(LONG);
    expect(text).toBe(expected);
  });
});
