import { Temporal } from 'temporal-polyfill';
import { main } from '../../../src/main';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { choosPipeline } from '../../cli/choosPipeline';

jest.setTimeout(120_000);

interface Policy {
  readonly rule: { target: { type: string; id: string }[] }[];
}
type Stack = { resource: { pagerduty_escalation_policy: Record<string, Policy> } };

/** Growth is Choo's, who is on leave on 1 and 2 December 2026, in Thiru's week; Aidil is its secondary owner. */
const DATA = choosPipeline();

async function rehearse(args: readonly string[], change: (policy: Policy) => void = () => {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(
    ['rehearse', 'aggregate-growth', 'runs-too-long', '--at', '2026-12-01T03:00', ...args],
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: { WATCHBILL_DATA: DATA, WATCHBILL_AS_OF: '2026-11-23' },
      now: () => Temporal.Instant.from('2026-11-23T03:15:00Z'),
      synthesize: (request) => {
        const [onCall, monitors] = synthesizedStacks(request) as [Stack, unknown];
        const policy = onCall.resource.pagerduty_escalation_policy['aggregate-growth'];
        if (policy !== undefined) change(policy);
        return [onCall, monitors];
      },
    },
  );
  return { code, out: out.join(''), err: err.join('') };
}

test('a primary owner who is on leave is not paged: the secondary is, and the story says for whom', async () => {
  const { code, out, err } = await rehearse([]);
  expect([code, err]).toEqual([0, '']);
  const story = out.replace(/\s+/g, ' ');
  expect(story).toContain('alert, page to Aidil (covers Choo: leave) ');
  expect(story).toContain('not acknowledged, page to Thiru ');
  expect(story).toContain('1 monitor rehearsed: it reached the right people and recovered.');
});

test('where the policy pages the person, the verdict and the truth say so, on that level alone', async () => {
  const { code, out } = await rehearse(['--json'], ({ rule: [first] }) => {
    if (first !== undefined)
      first.target = [{ type: 'user_reference', id: '${data.pagerduty_user.choo.id}' }];
  });
  expect(code).toBe(1);
  const { rules, truth } = JSON.parse(out);
  expect(rules[0].problems.map(({ code, message }: Record<string, string>) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^REHE004 Choo is paged at Tue 1 Dec 03:\d\d; the roster names Aidil$/),
    expect.stringMatching(/^REHE003 Choo is paged at Tue 1 Dec 03:\d\d while away$/),
  ]);
  const [aidil, choo] = ['aidil@xyz-tech.example', 'choo@xyz-tech.example'];
  // His leave, and Chinese New Year on Saturday 6 and Sunday 7 February, with its replacement day.
  expect(truth[0].disagreements).toEqual([
    { from: '2026-12-01T00:00:00+08:00', until: '2026-12-03T00:00:00+08:00', expected: aidil, paged: choo },
    { from: '2027-02-06T00:00:00+08:00', until: '2027-02-09T00:00:00+08:00', expected: aidil, paged: choo },
  ]);
});
