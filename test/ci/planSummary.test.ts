import { planMarkdown, stackPlan } from '../../scripts/ci/planSummary';

const change = (address: string, actions: readonly string[], more: object = {}) => ({
  address,
  change: { actions, before: { key: 'canary' }, after: { key: 'canary' }, ...more },
});

const PLAN = {
  format_version: '1.2',
  resource_changes: [
    change('pagerduty_schedule.growth', ['update']),
    change('pagerduty_service.profit', ['no-op'], { importing: { id: 'PABC' } }),
    change('pagerduty_service.growth', ['create']),
    change('pagerduty_service.old', ['delete']),
    change('pagerduty_team.ba', ['delete', 'create']),
    change('pagerduty_team.de', ['create', 'delete']),
    change('datadog_monitor.gone', ['forget']),
    change('data.pagerduty_user.aidil', ['read']),
    change('pagerduty_team.same', ['no-op']),
  ],
};

test('counts and addresses, and no value of the plan', () => {
  const markdown = planMarkdown([
    stackPlan('on-call', PLAN),
    stackPlan('monitors', { format_version: '1.2', resource_changes: [] }),
  ]);
  expect(markdown).toBe(`### What a deploy would change

| stack | create | update | replace | destroy | forget | import |
|---|---|---|---|---|---|---|
| on-call | 1 | 1 | 2 | 1 | 1 | 1 |
| monitors | 0 | 0 | 0 | 0 | 0 | 0 |

<details><summary>on-call</summary>

\`\`\`text
~   pagerduty_schedule.growth
+   pagerduty_service.growth
-   pagerduty_service.old
-/+ pagerduty_team.ba
-/+ pagerduty_team.de
.   datadog_monitor.gone
<=  pagerduty_service.profit
\`\`\`

</details>
`);
});

test('nothing is said in one line', () => {
  expect(planMarkdown([stackPlan('on-call', { format_version: '1.2' })])).toBe(
    '### What a deploy would change\n\nNothing: what is deployed is as the plan wants it.\n',
  );
});

test('an address is inert', () => {
  const plan = { format_version: '1.2', resource_changes: [change('a.b["```\n@all"]', ['create'])] };
  expect(planMarkdown([stackPlan('on-call', plan)])).toContain('````text\n+   a.b["```\n@all"]\n````');
});

test.each([
  [{ format_version: '2.0' }, 'no whole plan'],
  [{}, 'no whole plan'],
  [{ ...PLAN, errored: true }, 'no whole plan'],
  [{ format_version: '1.0', resource_changes: [change('a.b', ['open'])] }, 'a.b: unknown action open'],
])('what is not understood is an error: %#', (plan, message) => {
  expect(() => stackPlan('on-call', plan)).toThrow(message);
});
