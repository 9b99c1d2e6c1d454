import type { Fault } from '../../../src/sandbox';
import { badAnswers } from './answers';
import { casesOf, testCases } from './cases';
import type { Case } from './expectations';
import type { Scenario } from './scenario';
import { changes } from './shapes';

/** Calls of a deploy by their shape, and how often each occurs. */
export type Shapes = Readonly<Record<string, number>>;

/**
 * Whether every call meets every fault (`WATCHBILL_FAULTS=all`, which takes long). By default
 * every call that changes something is lost, before and after it was done; bad answers are
 * given to calls that stand for the others.
 */
const ALL = process.env['WATCHBILL_FAULTS'] === 'all';

/** What the suites' names say of their extent. */
export const EXTENT = ALL
  ? 'every call meets every fault'
  : 'every call that changes something is lost (not run: reads, other faults; WATCHBILL_FAULTS=all)';

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
  return Object.fromEntries(Object.entries(shapes).filter(([shape]) => ALL || changes(shape)));
}

function faultsOf(shape: string): Readonly<Record<string, Fault>> {
  return ALL ? { ...DROPS, ...badAnswers(shape) } : DROPS;
}
