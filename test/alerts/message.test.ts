import { MESSAGE_LENGTH, monitorsOf } from '../../src/alerts';
import type { Pipeline } from '../../src/catalog';
import { organization, pipeline, rule } from './fixture';
import { aggregateProfit, unitProfitExperiments } from './seed';

function messageOf(of: Pipeline, failureClassesPage = true): string {
  const [first] = monitorsOf(of, organization, { failureClassesPage });
  return first?.message ?? '';
}

test('on call, as written', () => {
  expect(messageOf(aggregateProfit)).toMatchInlineSnapshot(`
    "{{#is_alert}}
    The run of a business date was not complete by 09:00 on the next working day.
    Since {{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}}.
    @pagerduty-aggregate-profit
    {{/is_alert}}
    {{#is_no_data}}
    No data: whether this alert holds is not known, because the signals of this pipeline stopped.
    Check first that the Datadog Agent that reads the run ledger is running; the pipeline itself may be well.
    https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/failure-classes.md#infrastructure
    Since {{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}}.
    @pagerduty-aggregate-profit
    {{/is_no_data}}
    {{#is_recovery}}
    Recovered: no business date is overdue.
    If no data came for 24 hours, Datadog closed this by itself, and nothing is known.
    @pagerduty-aggregate-profit
    {{/is_recovery}}

    What this alert means: The run of a business date was not complete by 9:00 on the next working day. The dashboard for financial analysis lacks that date, so Business Analytics works without it, and a quarterly report for investors made now would lack it too.

    First steps:

    1. Find in the run ledger the oldest business date that is overdue without a complete run, and any later ones.
    2. Open the scheduler's run log of the oldest overdue business date: is the run in progress, failed, or never started?
    3. See whether the accounting API answers.
    4. See whether the accounting system holds revenue and expense data for the overdue business date.
    5. If the run log shows that the calculation is done, see whether delivery to the dashboard for financial analysis is stuck.

    Runbook: https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#not-complete-by-nine

    Failure class: processing, https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/failure-classes.md#processing

    Owners: Business Analytics (primary), Data Engineering (secondary)

    Paged until somebody acknowledges: Business Analytics desk (15 min), then the person on duty (30 min), repeated 2 times. Who is on duty now: npx watchbill who aggregate-profit"
  `);
});

test('office hours, as written', () => {
  expect(messageOf(unitProfitExperiments)).toMatchInlineSnapshot(`
    "{{#is_alert}}
    A run failed, and none has succeeded since.
    Since {{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}}.
    @aidil@xyz-tech.example
    @spencer@xyz-tech.example
    {{/is_alert}}
    {{#is_no_data}}
    No data: whether this alert holds is not known, because the signals of this pipeline stopped.
    Check first that the Datadog Agent that reads the run ledger is running; the pipeline itself may be well.
    https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/failure-classes.md#infrastructure
    Since {{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}}.
    @aidil@xyz-tech.example
    @spencer@xyz-tech.example
    {{/is_no_data}}
    {{#is_recovery}}
    Recovered: the latest run succeeded.
    If no data came for 24 hours, Datadog closed this by itself, and nothing is known.
    @aidil@xyz-tech.example
    @spencer@xyz-tech.example
    {{/is_recovery}}

    What this alert means: The latest run failed. The experiments have no new figures from this pipeline. It is not a production pipeline, so the repair waits for office hours.

    First steps:

    1. Find in the run ledger which business date failed, and when the last successful run was.
    2. Open the scheduler's run log of the failed run, and read its first error, not only its last.
    3. See whether the error is about the data, about memory or CPU, about the network, or about a system that does not answer.
    4. See whether the job or its configuration was changed or deleted since the last successful run.

    Runbook: https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/unit-profit-experiments.md#pipeline-failure

    Failure class: processing, https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/failure-classes.md#processing

    Owners: Aidil (primary), Spencer (secondary)

    Nobody is paged: both owners get a mail, and it is repaired in office hours (09:00 to 18:00)."
  `);
});

test('without the page of failure classes nothing links to it', () => {
  const message = messageOf(aggregateProfit, false);
  expect(message).not.toContain('failure-classes');
  expect(message).toContain('\nFailure class: processing\n');
});

test('a section without meaning and steps leaves no empty headings', () => {
  const message = messageOf(pipeline([rule({ id: 'failed', kind: 'failure', failureClass: 'data' })]));
  expect(message).not.toContain('What this alert means');
  expect(message).not.toContain('First steps');
  expect(message).toContain('{{/is_recovery}}\n\nRunbook: ');
});

test('at most five steps are shown, and it is said that there are more', () => {
  const firstSteps = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const message = messageOf(
    pipeline([rule({ id: 'failed', kind: 'failure', failureClass: 'data' }, { firstSteps })]),
  );
  expect(message).toContain('First steps (5 of 7):\n\n1. a\n2. b\n3. c\n4. d\n5. e\n\nRunbook: ');
});

test('long texts are cut, and last steps give way to the limit', () => {
  const firstSteps = Array.from({ length: 5 }, () => 's'.repeat(1000));
  const section = { meaning: 'm'.repeat(1000), firstSteps };
  const keys = { id: 'failed', kind: 'failure', failureClass: 'data' } as const;
  const message = messageOf(pipeline([rule(keys, section)]));
  expect(message).toContain(`What this alert means: ${'m'.repeat(459)}… (1 more word in the runbook)\n`);
  expect(message).toContain(`\n5. ${'s'.repeat(359)}… (1 more word in the runbook)\n`);
  expect(message.length).toBeLessThanOrEqual(MESSAGE_LENGTH);

  const longSlug = messageOf(pipeline([rule(keys, { ...section, slug: 'u'.repeat(1200) })]));
  expect(longSlug.length).toBeLessThanOrEqual(MESSAGE_LENGTH);
  expect(longSlug).toMatch(/First steps \([1-4] of 5\):/);
});
