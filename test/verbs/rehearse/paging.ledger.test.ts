import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SynthesisRequest } from '../../../src/cli/io';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

jest.setTimeout(120_000);

interface Stack {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

const growth = (keys: string) =>
  changedData('runbooks/aggregate-growth.md', (text) =>
    text.replace('longerThan: 2h,', `longerThan: 2h, ${keys},`),
  );

/** Rehearses growth's rule that runs too long in the night to Wednesday 25 November. */
function rehearse(data: string, change: (stack: Stack) => void = () => {}, ...args: readonly string[]) {
  const synthesize = (request: SynthesisRequest) => {
    const stacks = synthesizedStacks(request) as [Stack, Stack];
    stacks.forEach(change);
    return stacks;
  };
  return watchbill(
    ['rehearse', 'aggregate-growth', 'runs-too-long', ...args, '--data', data],
    {},
    { synthesize },
  );
}

test('a held rule pages when office hours begin and it is still broken', async () => {
  const { code, out } = await rehearse(growth('hold: office-hours'));
  expect(out).toBe(`aggregate-growth: Runs too long
  https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-growth.md#runs-too-long
  Wed 25 Nov 03:01  alert, waits for office hours
             09:00  page to Accounts desk
             09:15  not acknowledged, page to Aidil
             09:20  acknowledged
             09:45  run finished
             09:49  resolved

1 monitor rehearsed: it reached the right people and recovered.
In all 2016 hours until Mon 15 Feb 2027 00:00:
  PagerDuty pages the person on the roster: aggregate-growth
  alerts wait outside office hours, and only then: aggregate-growth
`);
  expect(code).toBe(0);
});

test('a rule of low urgency notifies the first step alone, and its page path is right at every hour', async () => {
  const { code, out } = await rehearse(growth('urgency: low'));
  expect(out).toContain(`  Wed 25 Nov 03:01  alert, low-urgency notification to Accounts desk
             03:06  acknowledged
             03:31  run finished
             03:35  resolved
`);
  expect(code).toBe(0);
});

test('without its downtimes a held rule pages at night, and the codes say so', async () => {
  const { code, out } = await rehearse(growth('hold: office-hours'), ({ resource }) => {
    const downtimes = resource['datadog_downtime_schedule'] ?? {};
    for (const id of Object.keys(downtimes)) if (id.startsWith('aggregate-growth')) delete downtimes[id];
  });
  expect(code).toBe(1);
  expect(out).toContain('REHE008 a page at Wed 25 Nov 03:01, outside office hours');
  expect(out).toContain('REHE008 not held outside office hours, Mon 23 Nov 00:00 to Mon 23 Nov 09:00');
});

test('a service of another urgency than the data says is found', async () => {
  const urgent = ({ resource }: Stack) => {
    const low = resource['pagerduty_service']?.['aggregate-growth__low'];
    if (low !== undefined) low['incident_urgency_rule'] = { type: 'constant', urgency: 'high' };
  };
  const { code, out } = await rehearse(growth('urgency: low'), urgent);
  expect(code).toBe(1);
  expect(out).toContain('REHE013 notified at high urgency; the data says low');
});

test('channels are posted to when the page is sent, and at the recovery', async () => {
  const data = changedData('pipelines.yaml', (text) =>
    text.replace('primary: accounts', 'channels: [slack-growth, webhook-x]\n  primary: accounts'),
  );
  const { code, out: lines } = await rehearse(data);
  const out = lines.replace(/\s+/g, ' ');
  expect(out).toContain('03:01 alert, page to Accounts desk, post to slack-growth and webhook-x ');
  expect(out).toContain('03:50 resolved, post to slack-growth and webhook-x ');
  expect(code).toBe(0);
  const [rule] = JSON.parse((await rehearse(data, () => {}, '--json')).out).rules;
  expect(rule.posted).toEqual(
    [
      ['2026-11-25T03:01:00+08:00', 'alert'],
      ['2026-11-25T03:50:00+08:00', 'recovery'],
    ].flatMap(([at, occasion]) =>
      ['slack-growth', 'webhook-x'].map((channel) => ({ at, occasion, channel })),
    ),
  );
});

describe('maintenance', () => {
  const file = (text: string) => {
    const data = changedData('leave.yaml', (leave) => leave);
    writeFileSync(join(data, 'maintenance.yaml'), text);
    return data;
  };
  const night = '- { pipelines: [aggregate-growth], from: 2026-11-25T01:00, until: 2026-11-25T04:00 }\n';

  test('what breaks within is muted, and told at its end', async () => {
    const { code, out } = await rehearse(file(night));
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Wed 25 Nov 03:01 alert, muted by maintenance until Wed 25 Nov 04:00 04:00 page to Accounts desk',
    );
    expect(code).toBe(0);
    const [rule] = JSON.parse((await rehearse(file(night), () => {}, '--json')).out).rules;
    expect(rule.mutedUntil).toBe('2026-11-25T04:00:00+08:00');
  });

  test('a downtime that nothing in the data asks for is told', async () => {
    const { code, out } = await rehearse(file('[]\n'), ({ resource }) => {
      const downtimes = resource['datadog_downtime_schedule'];
      const [other] = Object.values(downtimes ?? {});
      if (downtimes === undefined || other === undefined) return;
      const { recurring_schedule: _, lifecycle: __, ...rest } = other;
      downtimes['by-hand'] = {
        ...rest,
        monitor_identifier: { monitor_tags: ['pipeline:aggregate-growth'] },
        notify_end_states: ['alert'],
        notify_end_types: ['expired'],
        one_time_schedule: { start: '2026-11-24T17:00:00Z', end: '2026-11-24T20:00:00Z' },
      };
    });
    expect(code).toBe(1);
    expect(out).toContain('REHE009 held from Wed 25 Nov 03:01, and nothing in the data says so');
  });
});

test('one held rule does not hold the others of its pipeline', async () => {
  const { code, out } = await rehearse(growth('hold: office-hours'), ({ resource }) => {
    for (const monitor of Object.values(resource['datadog_monitor'] ?? {}))
      (monitor['tags'] as string[]).push('hold:office-hours');
  });
  expect(code).toBe(1);
  expect(out).toContain('REHE009 held');
});
