import { outputFilter } from '../../src/cli/outputFilter';

const ENV = {
  PAGERDUTY_TOKEN: 'y_NbAkKc66ryYTWUXYEu',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE',
  GITHUB_REPOSITORY: 'xyz-tech/watchbill',
};

/** What a log shows of pieces. */
function logged(...pieces: string[]): string {
  const shown: string[] = [];
  const { take, end } = outputFilter(ENV)((text) => shown.push(text));
  for (const piece of pieces) take(piece);
  end();
  return shown.join('');
}

test('a key that Terraform repeats is in no log, even where it arrives in two pieces', () => {
  expect(logged('Error: Token token=y_NbAkKc6', '6ryYTWUXYEu of xyz-tech/watchbill\nnext')).toBe(
    'Error: Token token=*** of xyz-tech/watchbill\nnext',
  );
  expect(logged(`url: ${encodeURIComponent(ENV.AWS_SECRET_ACCESS_KEY)}\n`)).toBe('url: ***\n');
});

test('colours and lines stay, and whatever else a terminal obeys is shown', () => {
  expect(logged('\u001b[32m+ made\u001b[0m\r\n\tnext \u001b[2J\u202e\n')).toBe(
    '\u001b[32m+ made\u001b[0m\r\n\tnext \\u{1b}[2J\\u{202e}\n',
  );
});

test('a line without an end is shown at the end, and before it grows without bound', () => {
  expect(logged('half of a line')).toBe('half of a line');
  const shown: string[] = [];
  outputFilter(ENV)((text) => shown.push(text)).take('x'.repeat(70_000));
  expect(shown.join('')).toHaveLength(70_000);
});
