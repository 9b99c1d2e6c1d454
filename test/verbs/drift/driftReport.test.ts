import { Temporal } from 'temporal-polyfill';
import { HANDLES_NOT_COMPARED } from '../../../src/verbs/drift/differences';
import { type DriftView, driftJson, driftText } from '../../../src/verbs/drift/driftReport';

const VIEW: DriftView = {
  drift: [
    {
      system: 'PagerDuty',
      kind: 'schedule',
      object: 'Investor growth',
      id: 'P00000I',
      what: 'on-duty',
      from: Temporal.Instant.from('2026-12-07T01:00:00Z'),
      until: Temporal.Instant.from('2026-12-14T01:00:00Z'),
      expected: 'spencer',
      found: 'choo',
      text: 'Mon 7 Dec 2026 09:00 to Mon 14 Dec 09:00: Choo, the data says Spencer',
    },
    {
      system: 'Datadog',
      kind: 'monitor',
      object: 'aggregate-profit/profit-discrepancy/total_profit',
      what: 'threshold',
      text: 'threshold: 5, the data says 1',
    },
    {
      system: 'Datadog',
      kind: 'downtime',
      object: 'unit-profit-experiments',
      what: 'canceled',
      text: 'downtime Mon, Tue, Wed, Thu 18:00 for 15 h and Fri 18:00 for 63 h was canceled by hand, so alerts no longer wait',
      wayOut: 'Terraform cannot see this; remove it from the state, then npx watchbill deploy:',
      command:
        'terraform -chdir=cdktf.out/stacks/monitors state rm datadog_downtime_schedule.unit-profit-experiments',
    },
  ],
  notes: [HANDLES_NOT_COMPARED],
  now: Temporal.Instant.from('2026-11-24T03:15:00Z'),
  horizon: Temporal.Instant.from('2027-02-15T16:00:00Z'),
  timeZone: 'Asia/Kuala_Lumpur',
};

test('for people: by vendor and object, within 80 columns, commands that can be copied', () => {
  const text = driftText(VIEW);
  expect(text).toMatchInlineSnapshot(`
    "Compared: PagerDuty and Datadog from Tue 24 Nov 2026 11:15 to Tue 16 Feb 2027
      (Asia/Kuala_Lumpur)

    PagerDuty
      Investor growth (schedule)
        Mon 7 Dec 2026 09:00 to Mon 14 Dec 09:00: Choo, the data says Spencer

    Datadog
      aggregate-profit/profit-discrepancy/total_profit (monitor)
        threshold: 5, the data says 1
      unit-profit-experiments (downtime)
        downtime Mon, Tue, Wed, Thu 18:00 for 15 h and Fri 18:00 for 63 h was
          canceled by hand, so alerts no longer wait
          > Terraform cannot see this; remove it from the state, then npx watchbill
            deploy:
            terraform -chdir=cdktf.out/stacks/monitors \\
              state rm datadog_downtime_schedule.unit-profit-experiments

    Notes
      handles: which service each handle reaches was not compared, because Datadog
        never reveals the key

    3 differences. npx watchbill deploy restores what the data says, except for
      lines followed by another fix (>); to keep a manual change, change the data.
    "
  `);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('where nothing differs, that is said first, and what could not be compared last', () => {
  expect(driftText({ ...VIEW, drift: [] })).toMatchInlineSnapshot(`
    "No drift. Compared: PagerDuty and Datadog from Tue 24 Nov 2026 11:15 to Tue 16
      Feb 2027 (Asia/Kuala_Lumpur)

    Notes
      handles: which service each handle reaches was not compared, because Datadog
        never reveals the key
    "
  `);
});

test('for programs: every key, null where there is nothing', () => {
  expect(driftJson(VIEW)).toMatchObject({
    asOf: '2026-11-24T11:15:00+08:00',
    until: '2027-02-16T00:00:00+08:00',
    drift: [
      {
        id: 'P00000I',
        from: '2026-12-07T09:00:00+08:00',
        until: '2026-12-14T09:00:00+08:00',
        expected: 'spencer',
      },
      {
        id: null,
        from: null,
        expected: null,
        wayOut: 'npx watchbill deploy restores what the data says',
        command: null,
      },
      { command: expect.stringMatching(/^terraform -chdir=/) },
    ],
    notes: [{ what: 'handles-not-told', object: 'handles', from: null, until: null }],
  });
});

test('the same two people at the same time of every day are told once, and what else differs stays between', () => {
  const hour = (day: number, [found, expected]: readonly [string | undefined, string]) => ({
    system: 'PagerDuty' as const,
    kind: 'schedule' as const,
    object: 'Investor growth',
    what: 'on-duty' as const,
    from: Temporal.Instant.from(`2026-12-0${day}T09:00:00Z`),
    until: Temporal.Instant.from(`2026-12-0${day}T10:00:00Z`),
    expected,
    ...(found && { found }),
    text: `day ${day}: ${found ?? 'nobody'}, the data says ${expected}`,
  });
  const drift = [
    hour(1, [undefined, 'choo']),
    hour(2, [undefined, 'choo']),
    { ...VIEW.drift[1], system: 'PagerDuty', kind: 'schedule', object: 'Investor growth' },
    hour(3, [undefined, 'choo']),
    hour(4, ['aidil', 'choo']),
    hour(5, ['aidil', 'choo']),
  ] as DriftView['drift'];
  const text = driftText({ ...VIEW, drift });
  expect(text).toContain(
    [
      '  Investor growth (schedule)',
      '    day 1: nobody, the data says choo; each day to Thu 3 Dec',
      '    threshold: 5, the data says 1',
      '    day 4: aidil, the data says choo',
      '    day 5: aidil, the data says choo',
      '',
    ].join('\n'),
  );
  expect((driftJson({ ...VIEW, drift }) as { drift: unknown[] }).drift).toHaveLength(6);
  expect(text).toContain('6 differences. ');
  const others = [1, 2, 3].map((day) => ({ ...hour(day, [undefined, 'choo']), what: 'canceled' as const }));
  expect(driftText({ ...VIEW, drift: others })).not.toContain('each day');
});
