import type { Ahead } from './ahead';
import { type Case, casesOf } from './cases';
import type { FaultedDeploy } from './matrix';
import { meetingsOf } from './met';
import type { ProviderPool } from './providerPool';
import { noteResult, readResults } from './results';
import { type Outcome, Scenario } from './scenario';
import { changes } from './shapes';
import { smallTeam } from './smallTeam';

const { LONG }: { readonly LONG: boolean } = require('../../form.js');

/** The extent, for the names of the suites. */
export const EXTENT = LONG
  ? 'every call meets every fault'
  : 'every kind of call that changes something is lost (not run: reads, other faults; npm run test:faults)';

/** A deploy whose calls meet faults: a case for each call and each fault. */
export class FaultedCases {
  private readonly scenario: Scenario;
  private readonly cases = new Map<string, Case & { readonly call: string; readonly what: string }>();

  /** @param providers one pool for all deploys that run at once */
  constructor(
    private readonly deploy: FaultedDeploy,
    providers: ProviderPool,
  ) {
    const { stack, update } = deploy;
    const before = update === undefined ? undefined : smallTeam();
    this.scenario = new Scenario(providers, stack, smallTeam(update), before);
    for (const { shape, occurrence, call, what, fault } of meetingsOf(deploy, LONG)) {
      for (const each of casesOf(this.scenario, { shape, occurrence, fault })) {
        this.cases.set(`${call} ${what}: ${each.name}`, { ...each, call, what });
      }
    }
  }

  get name(): string {
    return this.deploy.name;
  }

  /** What is run for each case, by names that say which deploy it is. */
  jobs(): [string, () => Promise<Outcome>][] {
    return [...this.cases].map(([name, { run }]) => [this.job(name), run]);
  }

  /** One test for each. The long form writes down what came of it. */
  test(ahead: Ahead<Outcome>): void {
    const { id, shapes } = this.deploy;

    test('the calls of the deploy are those that are written down', async () => {
      const made = Object.entries((await this.scenario.clean()).shapes);
      const known = made.filter(([shape]) => changes(shape) || Object.hasOwn(shapes, shape));
      expect(Object.fromEntries(known)).toEqual(shapes);
    });

    test.each([...this.cases])('%s', async (name, { check, word, call, what }) => {
      const outcome = await ahead.get(this.job(name));
      await check(outcome);
      if (word === undefined) return;
      if (LONG) noteResult(id, call, what, word(outcome));
      else expect(word(outcome)).toBe(readResults(id)[call]?.[what]);
    });
  }

  close(): Promise<void> {
    return this.scenario.close();
  }

  private job(name: string): string {
    return `${this.deploy.id}: ${name}`;
  }
}
