import { inertLines } from '../../src/alerts/inertLines';

test.each([
  ['one line', ['one line']],
  [
    'Look at:\n- the log\n  - of @all\n2. {{x}}',
    ['Look at:', '   - the log', '     - of (at)all', '   2. ((x))'],
  ],
  [
    'Run:\n\t# of ${X}\n\t  job log\t<orders>\nCompare.',
    ['Run:', '', '       # of $(X)', '         job log  ‹orders›', '', '   Compare.'],
  ],
  ['\tjob log', ['Run:', '', '       job log']],
  ['Late\n---\n===\n- \n\t \n\nEnd', ['Late', '   End']],
  ['# heading', ['heading']],
  ['', []],
])('%j', (text, expected) => {
  expect(inertLines(text, 200, '   ')).toEqual(expected);
});

describe('what does not fit is counted', () => {
  const words = 'one two three four five six seven eight nine ten eleven twelve';

  test.each([
    // 62 characters fit in 62; of 61 there are 40 to be left for the note, which leaves 21.
    [words, 62, [words]],
    [words, 61, ['one two three four … (8 more words in the runbook)']],
    [`one two\n${words}`, 61, ['one two', 'one two three … (9 more words in the runbook)']],
    // Half a command is another command.
    [`Run:\n\t${words}`, 61, ['Run: (12 more words in the runbook)']],
    [`\tjob\n\t${words}`, 61, ['Run:', '', '    job', '', '… (12 more words in the runbook)']],
    ['x'.repeat(70), 61, [`${'x'.repeat(20)}… (1 more word in the runbook)`]],
  ])('%j in %d', (text, length, expected) => {
    expect(inertLines(text, length)).toEqual(expected);
  });
});
