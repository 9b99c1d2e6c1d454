import type { FaultAt } from './account';
import type { LostAnswer } from './lostAnswers';
import type { Outcome, Scenario } from './scenario';

/** One deploy with one fault, and what has to come of it. */
export interface Case {
  /** What has to come of it, in words. */
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  readonly check: (outcome: Outcome) => Promise<void>;
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
  const error = `with ${type}.`;
  const imported = (outcome: Outcome) => {
    expect(outcome.first).toMatchObject({ code: 1, out: expect.stringContaining(error) });
    expect(outcome.adopted?.run).toMatchObject({ code: 0, out: expect.stringMatching(/\b1 imported/) });
    const adopted = outcome.adopted?.entries.map(({ address }) => address);
    expect(adopted).toContainEqual(expect.stringMatching(`^${type}\\.`));
    return converged(scenario, outcome);
  };
  if (refused !== undefined) {
    const check = async (outcome: Outcome) => {
      expect(outcome.next).toMatchObject({ code: 1, out: expect.stringMatching(refused) });
      expect(outcome.next?.out).toContain(error);
      await imported(outcome);
    };
    return [{ name: 'refused until adopted', run: () => scenario.run(at, 'after-next'), check }];
  }
  const twice = async (outcome: Outcome) => {
    const { contents } = await scenario.clean();
    expect(outcome.first).toMatchObject({ code: 1, out: expect.stringContaining(error) });
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
    },
  ];
}
