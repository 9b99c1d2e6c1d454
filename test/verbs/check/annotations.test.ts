import { resolve } from 'node:path';
import type { Diagnostic } from '../../../src/catalog';
import { annotationsText } from '../../../src/verbs/check/annotations';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

const UNKNOWN: Diagnostic = {
  code: 'LEAV001',
  severity: 'error',
  location: { file: 'data/leave.yaml', line: 9, column: 11 },
  message: 'unknown person on leave',
  value: '"aidl"',
  wayOut: 'did you mean "aidil"?',
};

test('a problem at its line, its way out below, and a line that counts', () => {
  expect(annotationsText([UNKNOWN, { ...UNKNOWN, severity: 'warning' }], {})).toBe(
    `::error file=data/leave.yaml,line=9,col=11,title=LEAV001::unknown person on leave: "aidl"%0Adid you mean "aidil"?%0AMore: npx watchbill explain LEAV001
::warning file=data/leave.yaml,line=9,col=11,title=LEAV001::unknown person on leave: "aidl"%0Adid you mean "aidil"?%0AMore: npx watchbill explain LEAV001
1 error, 1 warning
`,
  );
  expect(annotationsText([], {})).toBe('no problems\n');
});

test('nothing in the data ends a property or a line, or is taken for an escape', () => {
  const [line = '', count] = annotationsText(
    [
      {
        ...UNKNOWN,
        location: { ...UNKNOWN.location, file: 'data/runbooks/a,line=1::%0A.md' },
        message: '100 %25 of it\r\n::error::no',
        value: '"::add-mask::"',
      },
    ],
    {},
  ).split('\n');
  expect(line).toBe(
    '::error file=data/runbooks/a%2Cline=1%3A%3A%250A.md,line=9,col=11,title=LEAV001::100 %2525 of it%0D%0A::error::no: "::add-mask::"%0Adid you mean "aidil"?%0AMore: npx watchbill explain LEAV001',
  );
  expect(count).toBe('1 error, 0 warnings');
});

test('paths are counted from the repository, wherever the data is', () => {
  const shown = (file: string, workspace: string) =>
    /file=([^,]*)/.exec(
      annotationsText([{ ...UNKNOWN, location: { file, line: 1, column: 1 } }], {
        GITHUB_WORKSPACE: workspace,
      }),
    )?.[1];
  expect(shown('/repo/teams/data/leave.yaml', '/repo')).toBe('teams/data/leave.yaml');
  expect(shown('data/leave.yaml', resolve('..'))).toMatch(/^[^/]+\/data\/leave\.yaml$/);
});

test('check --format github: as check, with the same exit code, and not with --json', async () => {
  const data = changedData('pipelines.yaml', (text) => text.replace('primary: accounts', 'primary: acounts'));
  const { code, out, err } = await watchbill(['check', '--data', data, '--format', 'github'], {
    GITHUB_WORKSPACE: data,
  });
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(
    /^::error file=pipelines\.yaml,line=28,col=12,title=PIPE001::unknown owner: "acounts"%0Adid you mean "accounts"\?%0AMore: .*\n1 error, /,
  );
  const clean = await watchbill(['check', '--format', 'github']);
  expect([clean.code, clean.out.match(/^::\w+/gm)]).toEqual([0, ['::warning', '::warning']]);
  expect((await watchbill(['check', '--json', '--format', 'github'])).code).toBe(2);
  expect((await watchbill(['check', '--format', 'xml'])).code).toBe(2);
});
