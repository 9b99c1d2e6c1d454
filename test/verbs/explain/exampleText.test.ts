import { exampleText } from '../../../src/verbs/explain/exampleText';

const INFO = 'yaml diagnostic data/pipelines.yaml';

test('a change in two files, and what else is reported', () => {
  const yaml = `
replace: "  primary: accounts"
with: "  urgency: low\\n  primary: accounts"
and:
  - { file: data/rotations.yaml, replace: "turn: 7d\\n", with: "" }
files:
  - { file: data/holidays/uk/2026.yaml, text: "[]\\n" }
asOf: "2026-11-23"
at: data/pipelines.yaml:3:1
besides: [DUTY002, BOOK010]
`;
  expect(exampleText(INFO, yaml)).toBe(`Example, in XYZ Tech's data/pipelines.yaml:
  instead of
      primary: accounts
  write
      urgency: low
      primary: accounts
  and in data/rotations.yaml,
  remove
    turn: 7d
  and write data/holidays/uk/2026.yaml
    []
Reported at data/pipelines.yaml:3:1, as of 2026-11-23, beside DUTY002 and
  BOOK010.
`);
});

test.each([
  ['remove: true\nat: a:1:1', '  remove the file\nReported at a:1:1.\n'],
  ['bytes: 10000001\nat: a:1:1', '  make it 10000001 bytes long\nReported at a:1:1.\n'],
  ['latin1: "# Café\\n"\nat: a:1:1', '  write in ISO 8859-1\n    # Café\nReported at a:1:1.\n'],
  ['write: "- x\\n"\ntimes: 20001\nat: a:1:1', '  write 20001 times\n    - x\nReported at a:1:1.\n'],
])('%s', (yaml, text) => {
  expect(exampleText(INFO, yaml)).toBe(`Example, in XYZ Tech's data/pipelines.yaml:\n${text}`);
});

test('an example without a file', () => {
  expect(exampleText('yaml diagnostic', 'asOf: yesterday')).toBe('Example: --as-of yesterday\n');
  expect(exampleText('yaml diagnostic', 'asOf: "2027-12-01"\nat: data/organization.yaml:2:1')).toBe(
    "Example, in XYZ Tech's data as it is: reported at data/organization.yaml:2:1, as\n  of 2027-12-01.\n",
  );
});
