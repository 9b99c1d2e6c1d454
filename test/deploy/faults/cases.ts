import type { FaultAt } from './account';
import { type Case, convergedWord, convergesByItself, lostAnswerCases } from './expectations';
import { LOST_ANSWERS } from './lostAnswers';
import type { Scenario } from './scenario';

export type { Case };

/** What has to come of one fault: mostly one case; two where an object would be made twice. */
export function casesOf(scenario: Scenario, at: FaultAt): Case[] {
  const isLost = at.fault.kind === 'drop-after' || at.fault.kind === 'truncate';
  const lost = isLost ? LOST_ANSWERS.find(({ shape }) => shape === at.shape) : undefined;
  if (lost !== undefined) return lostAnswerCases(scenario, at, lost);
  return [
    {
      name: 'converges',
      run: () => scenario.run(at),
      check: (outcome) => convergesByItself(scenario, outcome),
      word: convergedWord,
    },
  ];
}
