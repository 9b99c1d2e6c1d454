import { type FaultedDeploy, MATRIX } from '../deploy/faults/matrix';
import { meetingsOf } from '../deploy/faults/met';
import { readResults } from '../deploy/faults/results';
import { documentedTable, resultTable, untold } from '../deploy/faults/table';

/** Each case's own test holds that what is written down is what comes of it. */
test.each(Object.values<FaultedDeploy>(MATRIX))('$name: every call has met every fault', (deploy) => {
  const met = Object.entries(readResults(deploy.id)).flatMap(([call, results]) =>
    Object.keys(results).map((what) => `${call} ${what}`),
  );
  const wanted = meetingsOf(deploy, true).map(({ call, what }) => `${call} ${what}`);
  expect(met.sort()).toEqual(wanted.sort());
});

test('docs/deploy.md has the results, of every call and every fault', () => {
  expect(untold()).toEqual([]);
  expect(documentedTable()).toBe(resultTable().trim());
});
