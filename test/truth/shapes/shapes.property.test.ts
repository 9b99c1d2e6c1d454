import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Catalog, hasErrors, loadCatalog } from '../../../src/catalog';
import { Testing } from '../../../src/constructs/cdktf';
import { withoutStackTraces } from '../../../src/constructs/withoutStackTraces';
import { type Deployment, readTerraformJson } from '../../../src/deployment';
import { onDutyAt } from '../../../src/rehearsal';
import { contains, horizonOf, plannedRosters, rosterProblems, type Span } from '../../../src/roster';
import { checkPagePaths } from '../../../src/verbs/rehearse/pagePathCheck';
import { OnCallStack } from '../../../stacks/onCallStack';
import { emailOf, MomentOracle } from './momentOracle';
import { dataOf, type Shape, shapes } from './randomOrganization';

const { LONG }: { LONG: boolean } = require('../../form.js');
const RUNS = LONG ? 150 : 30;

/** Daily turns have many boundaries; of so many moments the wrong ones are found over the runs. */
const MOST_MOMENTS = 120;

interface Played {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  readonly window: Span;
  readonly deployment: Deployment;
}

function played(shape: Shape): Played {
  const { catalog, diagnostics } = loadCatalog(dataOf(shape), 'data');
  if (catalog === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const asOf = Temporal.PlainDate.from(shape.asOf).toZonedDateTime(catalog.organization.timeZone).toInstant();
  const text = withoutStackTraces(() =>
    Testing.synth(new OnCallStack(Testing.app(), 'on-call', { catalog, asOf })),
  );
  const window = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  return { catalog, asOf, window, deployment: readTerraformJson([JSON.parse(text)]) };
}

/** Moments at which anything of the rotations may change, each with the moment before, and some between. */
function momentsOf({ catalog, asOf, window }: Played): Temporal.Instant[] {
  const edges = plannedRosters(catalog, asOf)
    .flatMap(({ shifts }) => shifts.flatMap(({ from, until }) => [from, until]))
    .concat(asOf)
    .sort(Temporal.Instant.compare);
  return edges
    .flatMap((at, index) => {
      const next = edges[index + 1] ?? at;
      const half = at.add({ nanoseconds: Number((next.epochNanoseconds - at.epochNanoseconds) / 2n) });
      return [at.subtract({ nanoseconds: 1 }), at, half];
    })
    .filter((at) => contains(window, at))
    .filter((_, index, all) => index % Math.ceil(all.length / MOST_MOMENTS) === 0);
}

function paged({ schedules }: Deployment, rotation: number, at: Temporal.Instant): (string | undefined)[] {
  const schedule = schedules.find(({ key }) => key === `pagerduty_schedule.r${rotation}`);
  if (schedule === undefined) throw new Error(`no schedule of r${rotation}`);
  return (['elapsed', 'wall-clock'] as const).map((counting) => onDutyAt(schedule, at, counting));
}

test('whatever the offices, duties and hours: PagerDuty pages whom the rules name, at every boundary and between', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const all = played(shape);
      const oracle = new MomentOracle(shape);
      const wrong = momentsOf(all).flatMap((at) =>
        shape.rotations.flatMap((_, rotation) => {
          const answer = oracle.at(rotation, at);
          const expected = answer === undefined ? undefined : emailOf(answer.person);
          const rendered = paged(all.deployment, rotation, at);
          return rendered.every((email) => email === expected)
            ? []
            : [`${at} r${rotation}: ${rendered}, not ${expected}`];
        }),
      );
      expect(wrong.slice(0, 5)).toEqual([]);
    }),
    { seed: 20261127, numRuns: RUNS },
  );
});

test('on every level and at every moment what is deployed is what the roster says', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { catalog, asOf, deployment } = played(shape);
      const paths = checkPagePaths(catalog, deployment, asOf);
      expect(paths.map(({ disagreements }) => disagreements)).toEqual([[]]);
    }),
    { seed: 20261128, numRuns: RUNS },
  );
});

test('nobody holds two duties at once, and no clash is unreported', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const all = played(shape);
      const oracle = new MomentOracle(shape);
      const problems = rosterProblems(all.catalog, all.asOf);
      expect(hasErrors(problems)).toBe(false);
      const clashes = plannedRosters(all.catalog, all.asOf).map((roster) => roster.clashes);
      const wrong = momentsOf(all).flatMap((at) => {
        const answers = shape.rotations.map((_, rotation) => oracle.at(rotation, at));
        const first = answers.filter((_, index) => shape.rotations[index]?.duty === 'on-duty');
        return answers.flatMap((answer, rotation) => {
          if (answer === undefined) return [];
          const isReported = (clashes[rotation] ?? []).some((clash) => contains(clash, at));
          const isTwice =
            shape.rotations[rotation]?.duty === 'backup' &&
            first.some((other) => other?.person === answer.person);
          return isReported === answer.isClash && (!isTwice || answer.isClash)
            ? []
            : [`${at} r${rotation}: reported ${isReported}, a clash ${answer.isClash}, twice ${isTwice}`];
        });
      });
      expect(wrong.slice(0, 5)).toEqual([]);
    }),
    { seed: 20261129, numRuns: RUNS },
  );
});
