import { Ahead } from './ahead';
import { type Case, casesOf } from './cases';
import type { FaultedDeploy } from './matrix';
import { meetingsOf } from './met';
import { noteResult, readResults } from './results';
import { Scenario } from './scenario';
import { changes } from './shapes';
import { smallTeam } from './smallTeam';
import { documentTable } from './table';

const { LONG }: { readonly LONG: boolean } = require('../../form.js');

/** The extent, for the names of the suites. */
export const EXTENT = LONG
  ? 'every call meets every fault'
  : 'every kind of call that changes something is lost (not run: reads, other faults; npm run test:faults)';

/**
 * What provider 3.30.8 tries for two minutes. A membership it repeats without its body, by
 * which PagerDuty makes the member a manager, and then waits for the role that it did not
 * say; a schedule that is gone it deletes again and again.
 */
const WAITS_FOR_MINUTES =
  /^PUT \/pagerduty\/teams\/\{id\}\/users\/|^DELETE \/pagerduty\/schedules\/.* is done/;

/** One test for each call of a deploy and each fault. The long form writes down what came of each. */
export function testEveryCall(deploy: FaultedDeploy): void {
  const { id, shapes, stack, update } = deploy;
  const scenario = new Scenario(stack, smallTeam(update), update === undefined ? undefined : smallTeam());
  const cases = new Map<string, Case & { readonly call: string; readonly what: string }>();
  for (const { shape, occurrence, call, what, fault } of meetingsOf(deploy, LONG)) {
    for (const each of casesOf(scenario, { shape, occurrence, fault })) {
      cases.set(`${call} ${what}: ${each.name}`, { ...each, call, what });
    }
  }
  const jobs = new Map([...cases].map(([name, { run }]) => [name, run]));
  const ahead = new Ahead(jobs, (name) => WAITS_FOR_MINUTES.test(name));
  afterAll(async () => {
    await ahead.end();
    await scenario.close();
    if (LONG) documentTable();
  });

  test('the calls of the deploy are those that are written down', async () => {
    const made = Object.entries((await scenario.clean()).shapes);
    const known = made.filter(([shape]) => changes(shape) || Object.hasOwn(shapes, shape));
    expect(Object.fromEntries(known)).toEqual(shapes);
  });

  test.each([...cases])('%s', async (name, { check, word, call, what }) => {
    const outcome = await ahead.get(name);
    await check(outcome);
    if (word === undefined) return;
    if (LONG) noteResult(id, call, what, word(outcome));
    else expect(word(outcome)).toBe(readResults(id)[call]?.[what]);
  });
}
