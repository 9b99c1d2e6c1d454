import type { Applied, FaultAt } from './account';
import type { LostAnswer } from './lostAnswers';
import type { Outcome, Scenario } from './scenario';

/** One deploy with one fault, and what has to come of it. */
export interface Case {
  /** What has to come of it, in words. */
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  readonly check: (outcome: Outcome) => Promise<void>;
  /** What the table says of it; none where another case of the same fault says it. */
  readonly word?: (outcome: Outcome) => string;
}

const codesOf = ({ advice }: Applied) => advice.map((text) => text.split(':')[0]).sort();

/** The deploy itself ended well, or the next one, after this advice. */
export function convergedWord({ first }: Outcome): string {
  return first.code === 0 ? 'same deploy' : ['next deploy', ...codesOf(first)].join(' ');
}

/** Nothing is left to do, everything is there once, and nobody could have been paged wrongly on the way. */
async function converged(scenario: Scenario, outcome: Outcome): Promise<void> {
  const { contents, addresses } = await scenario.clean();
  expect(outcome.wrongs).toEqual([]);
  expect(outcome.plan).toBe('');
  expect(outcome.contents).toEqual(contents);
  expect(outcome.addresses).toEqual(addresses);
}

/** The deploy itself, or else the one after it, ends well. */
export async function convergesByItself(scenario: Scenario, outcome: Outcome): Promise<void> {
  if (outcome.next !== undefined) expect(outcome.next).toMatchObject({ code: 0 });
  await converged(scenario, outcome);
}

/** The cases of one lost answer: what happens without adopting, and with it. */
export function lostAnswerCases(
  scenario: Scenario,
  at: FaultAt,
  { type, refused, list }: LostAnswer,
): Case[] {
  const error = { address: expect.stringMatching(`^${type}\\.`) };
  const failed = (run: Applied | undefined) => {
    expect(run?.code).toBe(1);
    expect(run?.errors).toContainEqual(expect.objectContaining(error));
    // Whoever reads it must not deploy without adopting first.
    expect(run?.advice).toContainEqual(expect.stringContaining('run npx watchbill adopt'));
  };
  const imported = (outcome: Outcome) => {
    failed(outcome.first);
    expect(outcome.adopted?.run).toMatchObject({ code: 0, out: expect.stringMatching(/\b1 imported/) });
    const adopted = outcome.adopted?.entries.map(({ address }) => address);
    expect(adopted).toContainEqual(expect.stringMatching(`^${type}\\.`));
    return converged(scenario, outcome);
  };
  if (refused !== undefined) {
    const check = async (outcome: Outcome) => {
      failed(outcome.next);
      expect(outcome.next?.out).toMatch(refused);
      expect(outcome.next?.advice).toEqual([expect.stringMatching(/^DEPL101: /)]);
      await imported(outcome);
    };
    const word = ({ first }: Outcome) => ['adopt', ...codesOf(first)].join(' ');
    return [{ name: 'refused until adopted', run: () => scenario.run(at, 'after-next'), check, word }];
  }
  const twice = async (outcome: Outcome) => {
    const { contents } = await scenario.clean();
    failed(outcome.first);
    expect(outcome.next).toMatchObject({ code: 0 });
    expect(outcome.wrongs).toEqual([]);
    expect(outcome.contents[list]).toHaveLength((contents[list]?.length ?? 0) + 1);
    // Which one is the orphan only Terraform's state knows: both are named, and nothing is written.
    const both = new RegExp(`^${type}\\.\\S+: 2 objects match: \\w+, \\w+ `);
    expect(outcome.adopted).toMatchObject({ code: 1, said: expect.stringMatching(both), entries: [] });
  };
  return [
    { name: 'there twice unless adopted', run: () => scenario.run(at, 'after-next'), check: twice },
    {
      name: 'there once where adopted before the next deploy',
      run: () => scenario.run(at, 'before-next'),
      check: imported,
      word: ({ first }) => ['adopt first', ...codesOf(first)].join(' '),
    },
  ];
}
