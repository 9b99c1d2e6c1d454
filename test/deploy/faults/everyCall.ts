import type { Fault } from '../../../src/sandbox';
import { badAnswers } from './answers';
import { casesOf, testCases } from './cases';
import type { Case } from './expectations';
import type { Scenario } from './scenario';
import { changes } from './shapes';

/** Calls of a deploy by their shape, and how often each occurs. */
export type Shapes = Readonly<Record<string, number>>;

/**
 * In the long form every call meets every fault. In the short one every call that changes
 * something is lost, before and after it takes effect, and only representative calls get
 * bad answers.
 */
const { LONG }: { readonly LONG: boolean } = require('../../form.js');

/** The extent, for the names of the suites. */
export const EXTENT = LONG
  ? 'every call meets every fault'
  : 'every call that changes something is lost (not run: reads, other faults; npm run test:faults)';

const DROPS: Readonly<Record<string, Fault>> = {
  'is lost before it is done': { kind: 'drop-before' },
  'is done, and the answer lost': { kind: 'drop-after' },
};

/**
 * One test for each call of a deploy and each fault.
 * @param shapes the calls that the deploy makes, written down; one more that changes something makes a test red
 */
export function testEveryCall(scenario: Scenario, shapes: Shapes): void {
  const cases = new Map<string, Case>();
  for (const [shape, count] of Object.entries(metOf(shapes))) {
    for (let occurrence = 1; occurrence <= count; occurrence += 1) {
      for (const [what, fault] of Object.entries(faultsOf(shape))) {
        for (const each of casesOf(scenario, shape, occurrence, fault)) {
          cases.set(`${shape} (${occurrence} of ${count}) ${what}: ${each.name}`, each);
        }
      }
    }
  }
  test('the calls of the deploy are those that are written down', async () => {
    const made = Object.entries((await scenario.clean()).shapes);
    const known = made.filter(([shape]) => changes(shape) || Object.hasOwn(shapes, shape));
    expect(Object.fromEntries(known)).toEqual(shapes);
  });
  testCases(cases);
  afterAll(() => scenario.close());
}

/** Those of the calls that meet a fault. */
function metOf(shapes: Shapes): Shapes {
  return Object.fromEntries(Object.entries(shapes).filter(([shape]) => LONG || changes(shape)));
}

function faultsOf(shape: string): Readonly<Record<string, Fault>> {
  return LONG ? { ...DROPS, ...badAnswers(shape) } : DROPS;
}
