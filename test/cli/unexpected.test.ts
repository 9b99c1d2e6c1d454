import { mkdirSync } from 'node:fs';
import { unexpected } from '../../src/cli/unexpected';
import { errorText } from '../../src/text/errorText';

const REPORT =
  'report it to the people who maintain Watchbill for you: the command, and its output with WATCHBILL_DEBUG=1';

test('one line: the code, what happened, where to report', () => {
  expect(unexpected(new TypeError("Cannot read properties of undefined (reading 'at')"), {})).toEqual({
    text: `BUG001: a bug in Watchbill, not in your data: Cannot read properties of undefined (reading 'at'); ${REPORT}\n`,
    code: 70,
  });
});

test.each([
  [undefined, 'undefined'],
  ['torn', 'torn'],
  [{ message: 7 }, '7'],
  [null, 'null'],
  [new Error(''), 'no message'],
])('whatever is thrown has a line: %j', (error, said) => {
  expect(unexpected(error, {}).text).toBe(
    `BUG001: a bug in Watchbill, not in your data: ${said}; ${REPORT}\n`,
  );
});

test('lines of source, escape sequences and keys stay out of it', () => {
  const source = `Unexpected token\n${'var a=1;'.repeat(10_000)}\n\u001b[31m\u202ered`;
  const { text } = unexpected(new SyntaxError(source), {});
  expect(text.match(/\n/g)).toHaveLength(1);
  expect(text.length).toBeLessThan(600);
  const marked = unexpected(new Error('\u001b[31m red \u202e \u0007'), {});
  expect(marked.text).toContain(': \\u{1b}[31m red \\u{202e} \\u{7};');

  const env = {
    DD_API_KEY: 'canary-0123456789',
    AWS_SECRET_ACCESS_KEY: 'canary-secret',
    PAGERDUTY_TOKEN: '',
  };
  const told = unexpected(new Error('refused canary-0123456789, canary-secret'), {
    ...env,
    WATCHBILL_DEBUG: '1',
  });
  expect(told.text).toContain('refused (DD_API_KEY), (AWS_SECRET_ACCESS_KEY);');
  expect(told.text).not.toContain('canary');
});

test('WATCHBILL_DEBUG=1: the trace, and what caused it, each line visible', () => {
  const cause = new RangeError('a date\u001b[0m');
  const error = new Error('outer', { cause });
  Object.assign(cause, { cause: error });
  const { text } = unexpected(error, { WATCHBILL_DEBUG: '1' });
  expect(text).toMatch(
    /^BUG001: .*: outer; report it to .*: the command, and this trace\n {2}Error: outer\n {2} {4}at .*unexpected\.test\.ts.*\n/,
  );
  expect(text).toContain('\n  caused by RangeError: a date\\u{1b}[0m\n');
  expect(text.split('caused by')).toHaveLength(2);
  expect(unexpected(error, { WATCHBILL_DEBUG: '0' }).text).not.toContain(' at ');
});

test('what the machine refuses is no mistake of ours', () => {
  let refused: unknown;
  try {
    mkdirSync('/dev/null/nowhere');
  } catch (error) {
    refused = error;
  }
  expect(unexpected(refused, {})).toEqual({
    text: `HOST001: this machine refused: ${errorText(refused)}\n`,
    code: 1,
  });
  expect(errorText(refused)).toContain('ENOTDIR');
});
