import { isApproved } from '../../../src/verbs/deploy/approval';
import { checkOptions, type DeployOptions } from '../../../src/verbs/deploy/options';
import { watchbill } from '../../cli/run';

const terminal = { confirm: async () => true, ask: async () => '' };

test.each<[DeployOptions, object, string]>([
  [{}, {}, 'DEPL003: there is no terminal to ask for approval'],
  [{ planOnly: true, autoApprove: true }, {}, 'DEPL003: --plan-only applies nothing'],
  [
    { destroy: true, autoApprove: true },
    {},
    'DEPL006: --destroy removes everything: --auto-approve alone is not enough',
  ],
  [{ destroy: true, expect: 'x' }, terminal, 'DEPL006: --destroy and --expect cannot be combined'],
  [{ destroy: true }, { confirm: terminal.confirm }, 'DEPL003: there is no terminal'],
])('%j is refused', (options, io, message) => {
  const check = () => checkOptions(options, io);
  expect(check).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(check).toThrow(message);
});

test.each<[DeployOptions, object]>([
  [{}, terminal],
  [{ autoApprove: true, expect: 'x' }, {}],
  [{ planOnly: true }, {}],
  [{ destroy: true }, terminal],
  [{ destroy: true, autoApprove: true, account: 'xyz-tech.pagerduty.com' }, {}],
])('%j may be', (options, io) => {
  checkOptions(options, io);
});

test('an option of the CDKTF CLI that our own deploy had still works, and says nothing', async () => {
  const { err } = await watchbill(['deploy', '--skip-provider-lock', '--plan-only'], { PAGERDUTY_TOKEN: '' });
  expect(err).toBe(
    'not set: PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY\n  set them to your keys, or to the lines that npx watchbill sandbox prints\nnothing was deployed\n',
  );
});

describe('the question', () => {
  const change = {
    address: 'x.a',
    type: 'x',
    action: 'destroy',
    object: 'x a',
    text: [],
    digest: '',
  } as const;
  const stacks = [{ stack: 'on-call', changes: [change, change], imports: [] }];
  const meant = { accounts: { pagerDuty: 'xyz-tech.pagerduty.com' } } as Parameters<typeof isApproved>[2];
  const asked = async (options: DeployOptions, yes: boolean, name?: string) => {
    const questions: string[] = [];
    const approved = await isApproved(stacks, options, meant, {
      confirm: async (question) => {
        questions.push(question);
        return yes;
      },
      ask: async (question) => {
        questions.push(question);
        return name;
      },
    });
    return { approved, questions };
  };

  test('is asked once', async () => {
    expect(await asked({}, true)).toEqual({ approved: true, questions: ['Apply exactly this?'] });
    expect((await asked({}, false)).approved).toBe(false);
    expect(await asked({ autoApprove: true }, false)).toEqual({ approved: true, questions: [] });
  });

  test('is asked twice before everything is removed, and the second answer is the account', async () => {
    const { approved, questions } = await asked({ destroy: true }, true, ' xyz-tech.pagerduty.com ');
    expect(approved).toBe(true);
    expect(questions).toEqual([
      'Remove all 2 objects?',
      "Nobody is paged any more. Type the account's name (xyz-tech.pagerduty.com) to remove it all:",
    ]);
    for (const name of ['', 'y', 'xyz-tech', undefined]) {
      expect((await asked({ destroy: true }, true, name)).approved).toBe(false);
    }
    expect(await asked({ destroy: true }, false, 'xyz-tech.pagerduty.com')).toEqual({
      approved: false,
      questions: ['Remove all 2 objects?'],
    });
  });
});
