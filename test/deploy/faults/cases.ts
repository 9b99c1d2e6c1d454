import type { Fault } from '../../../src/sandbox';
import { Ahead } from './ahead';
import { type Case, convergesByItself, lostAnswerCases } from './expectations';
import { LOST_ANSWERS } from './lostAnswers';
import type { Scenario } from './scenario';

/** What has to come of one fault: mostly one case; two where an object would be made twice. */
export function casesOf(scenario: Scenario, shape: string, occurrence: number, fault: Fault): Case[] {
  const at = { shape, occurrence, fault };
  const isLost = fault.kind === 'drop-after' || fault.kind === 'truncate';
  const lost = isLost ? LOST_ANSWERS.find((each) => each.shape === shape) : undefined;
  if (lost !== undefined) return lostAnswerCases(scenario, at, lost);
  return [
    {
      name: 'converges',
      run: () => scenario.run(at),
      check: (outcome) => convergesByItself(scenario, outcome),
    },
  ];
}

/**
 * What provider 3.30.8 tries for two minutes. A membership it repeats without its body, by
 * which PagerDuty makes the member a manager, and then waits for the role that it did not
 * say; a schedule that is gone it deletes again and again.
 */
const WAITS_FOR_MINUTES =
  /^PUT \/pagerduty\/teams\/\{id\}\/users\/|^DELETE \/pagerduty\/schedules\/.* is done/;

/** One test a case; a few run at once. */
export function testCases(cases: ReadonlyMap<string, Case>): void {
  const jobs = new Map([...cases].map(([name, { run }]) => [name, run]));
  const ahead = new Ahead(jobs, new Set([...cases.keys()].filter((name) => WAITS_FOR_MINUTES.test(name))));
  afterAll(() => ahead.end());
  test.each([...cases])('%s', async (name, { check }) => {
    await check(await ahead.get(name));
  });
}
