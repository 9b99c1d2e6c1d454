import type { DataFiles } from '../../../src/catalog';
import { metricRules } from '../../metricRules';
import { FILES } from '../../stacks/xyzTech';
import { rehearseFiles } from './rehearseSignals';

jest.mock('../../../src/verbs/rehearse/connect/embedded', () => ({
  embeddedLedger: () => {
    throw new Error('no rule reads the ledger, so none may be started');
  },
}));

/** XYZ Tech with a backup in office hours alone, whom profit pages on one of its steps. */
function withBackup(steps: readonly string[]): DataFiles {
  const files = new Map(metricRules(FILES, 'metric, metric: a.b, above: 1'));
  const change = (path: string, text: string, replacement: string) => {
    const before = Buffer.from(files.get(path) ?? []).toString();
    if (!before.includes(text)) throw new Error(`${path} does not have: ${text}`);
    files.set(path, Buffer.from(before.replace(text, replacement)));
  };
  const words = steps.join(', ');
  const escalation = steps.map((step) => `{ notify: ${step}, for: 15m }`).join(', ');
  change('organization.yaml', 'runbooksUrl:', 'duties: [on-duty, backup]\nrunbooksUrl:');
  change(
    'pipelines.yaml',
    'aggregate-profit:\n',
    `aggregate-profit:\n  escalation: { steps: [${escalation}] }\n`,
  );
  change('runbooks/aggregate-profit.md', 'escalation: [primary, on-duty]', `escalation: [${words}]`);
  change(
    'rotations.yaml',
    'growth:\n',
    'backup:\n  name: Backup\n  pipelines: [aggregate-profit]\n  duty: backup\n  hours: { from: "09:00", until: "18:00" }\n  versions: [{ from: 2026-01-05, order: [spencer, aidil] }]\ngrowth:\n',
  );
  return files;
}

const RULE = ['aggregate-profit', 'profit-discrepancy'] as const;

test('a step at which nobody is on call is skipped, and it is said', async () => {
  const files = withBackup(['primary', 'backup', 'on-duty']);
  const { code, out } = await rehearseFiles(files, RULE);
  expect(code).toBe(0);
  // At 03:02 the desk; at 03:17 nobody is backup, and Choo, whose week it is, is paged at once.
  expect(out).toContain(
    `\
  Wed 25 Nov 03:02  alert, page to Business Analytics desk
             03:17  not acknowledged, step 2 skipped (nobody is on call), page
                      to Choo
             03:22  acknowledged
`,
  );
  const json = JSON.parse((await rehearseFiles(files, [...RULE, '--json'])).out);
  expect(json.rules[0]).toMatchObject({
    notified: [
      { step: 1, name: 'Business Analytics desk' },
      { step: 3, name: 'Choo' },
    ],
    passedOver: [{ step: 2, at: '2026-11-25T03:17:00+08:00' }],
  });
});

test('the last step that reaches anybody answers, where nobody is on call in the last of all', async () => {
  const { code, out } = await rehearseFiles(withBackup(['primary', 'on-duty', 'backup']), RULE);
  expect([code, out.match(/page to/g)?.length]).toEqual([0, 2]);
  expect(out).toMatch(/03:17 {2}not acknowledged, page to Choo\n +03:22 {2}acknowledged\n/);
});

test('in office hours the backup is on call, and nothing is skipped', async () => {
  const args = [...RULE, '--at', '2026-11-25T11:00', '--json'];
  const json = JSON.parse((await rehearseFiles(withBackup(['primary', 'backup', 'on-duty']), args)).out);
  expect(json.rules[0]).toMatchObject({
    // The backup of this week, the 47th: the first of two is Spencer's in even turns, 46 of them before.
    notified: [{ step: 1 }, { step: 2, name: 'Spencer' }, { step: 3, name: 'Choo' }],
    passedOver: [],
  });
});
