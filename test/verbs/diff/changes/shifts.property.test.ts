import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { contains } from '../../../../src/roster';
import { type Diff, diffOf } from '../../../../src/verbs/diff/changes';
import { catalogOf, present } from '../../../roster/fixture';
import { Oracle } from '../../../roster/oracle';
import { type Case, cases, DAYS } from '../../../roster/randomCase';

const SEED = { seed: 20261123, numRuns: 25 };

/** Two random organizations of one zone, and both diffs between them. */
const pairs = fc
  .tuple(cases, cases)
  .map(
    ([one, other]) =>
      [one, { ...other, spec: { ...other.spec, timeZone: present(one.spec.timeZone) } }] as const,
  );

function played([one, other]: readonly [Case, Case]) {
  const asOf = one.begin.toZonedDateTime(present(one.spec.timeZone)).toInstant();
  const [a, b] = [one, other].map(({ spec }) => catalogOf({ ...spec, horizonDays: DAYS }));
  const oracles = [present(a), present(b)].map(
    (catalog) => new Oracle(catalog, present(catalog.rotations[0]), one.begin.add({ days: DAYS + 20 })),
  );
  const side = (catalog: typeof a) => ({ catalog: present(catalog), pages: new Map<string, string>() });
  const diff = (before: typeof a, after: typeof a) =>
    diffOf({ before: side(before), after: side(after), asOf });
  return { oracles, there: diff(a, b), back: diff(b, a), same: diff(a, a) };
}

/** Where anything may change, and the moments before. */
function instants({ asOf: from, horizon: until }: Diff, oracles: readonly Oracle[]): Temporal.Instant[] {
  return [from, ...oracles.flatMap((oracle) => oracle.boundaries()), until]
    .flatMap((at) => [at.subtract({ nanoseconds: 1 }), at])
    .filter((at) => contains({ from, until }, at));
}

test('spans cover exactly the time in which two rosters name different people, and name them', () => {
  fc.assert(
    fc.property(pairs, (pair) => {
      const { oracles, there } = played(pair);
      for (const at of instants(there, oracles)) {
        const [before, after] = oracles.map((oracle) => oracle.at(at));
        const found = there.shifts.filter((change) => change.rotation === 'profit' && contains(change, at));
        if (before?.onDuty === after?.onDuty) expect(found).toEqual([]);
        else {
          expect(
            found.map(({ reason, ...each }) => [each.before?.onDuty.id, each.after?.onDuty.id, reason]),
          ).toEqual([[before?.onDuty, after?.onDuty, after?.reason ?? 'nobody']]);
        }
      }
    }),
    SEED,
  );
});

test('the way back is the way there with before and after swapped; nothing leads from the same to the same', () => {
  const swapped = ({ shifts }: Diff, [first, second]: readonly ['before' | 'after', 'before' | 'after']) =>
    shifts.map((change) => [
      `${change.from} ${change.until}`,
      change[first]?.onDuty.id,
      change[second]?.onDuty.id,
    ]);
  fc.assert(
    fc.property(pairs, (pair) => {
      const { there, back, same } = played(pair);
      expect(swapped(back, ['after', 'before'])).toEqual(swapped(there, ['before', 'after']));
      expect([same.shifts, same.load, same.warnings]).toEqual([[], [], []]);
    }),
    SEED,
  );
});
