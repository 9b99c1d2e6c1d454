import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { hasErrors } from '../../../src/catalog';
import { Testing } from '../../../src/constructs/cdktf';
import { withoutStackTraces } from '../../../src/constructs/withoutStackTraces';
import { readTerraformJson, type Schedule } from '../../../src/deployment';
import { rosterProblems } from '../../../src/roster';
import { checkPagePaths } from '../../../src/verbs/rehearse/pagePathCheck';
import { OnCallStack } from '../../../stacks/onCallStack';
import { plainDeployment } from './plainDeployment';
import { type Shape, shapes } from './randomOrganization';
import { catalogOf, loadedCatalog } from './shapeCatalog';

const { LONG }: { LONG: boolean } = require('../../form.js');
const RUNS = LONG ? 60 : 15;

/** What a shape's data is read as, and what its stack deploys, through all that lies between. */
function synthesized(shape: Shape) {
  const catalog = loadedCatalog(shape);
  const asOf = Temporal.PlainDate.from(shape.asOf).toZonedDateTime(catalog.organization.timeZone).toInstant();
  const text = withoutStackTraces(() =>
    Testing.synth(new OnCallStack(Testing.app(), 'on-call', { catalog, asOf })),
  );
  return { catalog, asOf, deployment: readTerraformJson([JSON.parse(text)]) };
}

/** Everything but where it was read. */
const withoutSources = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, each) => (key === 'source' || key === 'horizonSource' ? undefined : each)),
  );

const byKey = (all: readonly Schedule[]) => [...all].sort((a, b) => (a.key < b.key ? -1 : 1));

test('the catalog that is made of values is the one that is read, and its layers are those of the synthesized Terraform', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { catalog, asOf, deployment } = synthesized(shape);
      expect(withoutSources(catalogOf(shape))).toEqual(withoutSources(catalog));
      const { schedules, escalationPolicies } = deployment;
      const plain = plainDeployment(catalogOf(shape), asOf);
      expect({ ...plain, schedules: byKey(plain.schedules) }).toEqual({
        escalationPolicies,
        schedules: byKey(schedules),
      });
    }),
    { seed: 20261128, numRuns: RUNS },
  );
});

test('no shape is an error, and every level of what is synthesized pages whom the roster names', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { catalog, asOf, deployment } = synthesized(shape);
      expect(hasErrors(rosterProblems(catalog, asOf))).toBe(false);
      const paths = checkPagePaths(catalog, deployment, asOf);
      expect(paths.map(({ disagreements }) => disagreements)).toEqual([[]]);
    }),
    { seed: 20261129, numRuns: RUNS },
  );
});
