import type { Runbook } from '../../../src/catalog';
import { readApi } from '../../../src/deployment';
import { rehearsalJson } from '../../../src/verbs/rehearse/json';
import { checkedLogIns } from '../../../src/verbs/rehearse/logIns';
import { isSound, rehearsalText } from '../../../src/verbs/rehearse/report';
import { Verdict } from '../../../src/verbs/rehearse/verdict';
import { Account, MADE, WANTED } from '../../deployment/api/account';
import { catalogOf } from '../../roster/fixture';

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.sandbox.stop());

const FIXTURE = catalogOf({
  people: { aidil: [], thiru: [], desk: [] },
  pipelines: ['profit', 'growth'].map((id) => ({ id, primary: 'aidil', secondary: 'thiru' })),
});
/** A rule of high urgency: without one a pipeline has no service. */
const RUNBOOK = { alerts: [{ id: 'late' }] } as unknown as Runbook;
const CATALOG = {
  ...FIXTURE,
  pipelines: FIXTURE.pipelines.map((pipeline) => ({ ...pipeline, runbook: RUNBOOK })),
  people: FIXTURE.people.map((person) => ({ ...person, email: person.email.replace('xyz-tech', 'xyz') })),
};

const checked = async (...pipelines: string[]) => {
  const deployment = await readApi(account, WANTED, new Map([['profit', account.ids['service'] ?? null]]));
  return checkedLogIns(CATALOG, deployment, new Set(pipelines), MADE, account.pagerDuty);
};
const view = (logIns?: Awaited<ReturnType<typeof checked>>) => ({
  catalog: CATALOG,
  asOf: MADE,
  rules: [],
  pagePaths: [],
  holds: [],
  verdict: new Verdict(CATALOG, MADE),
  ...(logIns && { logIns }),
});

test('all is well where something rings for everybody', async () => {
  const logIns = await checked('profit');
  expect(logIns).toEqual({ count: 3, problems: [] });
  expect(isSound(view(logIns))).toBe(true);
  expect(rehearsalText(view(logIns))).toContain(
    '3 log-ins can be paged: each has a phone that rings, and the name in the data.',
  );
});

test('whom nothing would wake, and whose name is another, is a problem of those pipelines', async () => {
  const { pagerduty } = account.sandbox.state;
  pagerduty.notificationRules = pagerduty.notificationRules.filter(
    ({ user }) => user !== account.ids['Desk'],
  );
  for (const user of pagerduty.users) if (user.name === 'Thiru') user.name = 'Mallory';
  const logIns = await checked('profit');
  expect(logIns.problems.map(({ code, email }) => `${code} ${email}`).sort()).toEqual([
    'REHE010 desk@xyz.example',
    'REHE011 thiru@xyz.example',
  ]);
  expect(isSound(view(logIns))).toBe(false);
  expect(rehearsalText(view(logIns)).replaceAll(/\s+/g, ' ')).toContain(
    'REHE010 Desk: nothing would wake them: none of their high-urgency notification rules uses a phone',
  );
  expect(rehearsalJson(view(logIns))).toMatchObject({ logIns: [{ code: 'REHE010' }, { code: 'REHE011' }] });
  expect(await checked('growth')).toEqual({ count: 0, problems: [] });
});

test('of what is not deployed nothing is said', () => {
  expect(rehearsalText(view())).not.toContain('log-in');
  expect(rehearsalJson(view())).not.toHaveProperty('logIns');
  expect(isSound(view())).toBe(true);
});
