import { planMarkdown } from '../../scripts/ci/planSummary';
import type { SummarizedChange } from '../../src/verbs/deploy/plan/summary';

const change = (
  address: string,
  action: SummarizedChange['action'],
  text: string[] = [],
): SummarizedChange => ({
  address,
  type: address.split('.')[0] ?? '',
  action,
  object: `object ${address}`,
  text,
  digest: 'a'.repeat(64),
});

const PLAN = [
  change('pagerduty_schedule.growth', 'update', [
    'Mon 7 Dec 2026 09:00 to Sat 12 Dec 00:00: Choo instead of Thiru',
  ]),
  change('pagerduty_service.growth', 'create'),
  change('pagerduty_service.old', 'destroy'),
  change('pagerduty_team.ba', 'replace'),
  change('datadog_monitor.gone', 'forget'),
];

test('counts, people and dates, and addresses', () => {
  const markdown = planMarkdown([
    { stack: 'on-call', changes: PLAN, imports: [{ address: 'pagerduty_service.profit', id: 'PABC' }] },
    { stack: 'monitors', changes: [], imports: [] },
  ]);
  expect(markdown).toBe(`### What a deploy would change

| stack | create | update | replace | destroy | forget | import |
|---|---|---|---|---|---|---|
| on-call | 1 | 1 | 1 | 1 | 1 | 1 |
| monitors | 0 | 0 | 0 | 0 | 0 | 0 |

\`\`\`text
on-call: creates 1 service; changes 1 schedule; replaces 1 PagerDuty team;
  removes 1 service; forgets 1 monitor; takes over 1 that exist already
  ~ object pagerduty_schedule.growth
      Mon 7 Dec 2026 09:00 to Sat 12 Dec 00:00: Choo instead of Thiru
  - object pagerduty_service.old
  -/+ object pagerduty_team.ba
  . object datadog_monitor.gone
\`\`\`

<details><summary>on-call</summary>

\`\`\`text
~   pagerduty_schedule.growth
+   pagerduty_service.growth
-   pagerduty_service.old
-/+ pagerduty_team.ba
.   datadog_monitor.gone
<=  pagerduty_service.profit
\`\`\`

</details>
`);
});

test('nothing is said in one line', () => {
  expect(planMarkdown([{ stack: 'on-call', changes: [], imports: [] }])).toBe(
    '### What a deploy would change\n\nNothing: everything is deployed as planned.\n',
  );
});

test('an address is inert', () => {
  const changes = [change('a.b["```\n@all"]', 'create')];
  expect(planMarkdown([{ stack: 'on-call', changes, imports: [] }])).toContain(
    '````text\n+   a.b["```\n@all"]\n````',
  );
});
