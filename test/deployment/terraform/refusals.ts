import { DeploymentError, readTerraformJson } from '../../../src/deployment';
import { changed } from '../terraformFixture';

/** What reading the stacks is refused with. */
export function errorOf(...stacks: readonly unknown[]): DeploymentError {
  try {
    readTerraformJson(stacks);
  } catch (error) {
    if (error instanceof DeploymentError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** What is put where, what the error then says, and at which place, where that is not the one that was changed. */
type Refusal = readonly [title: string, path: string, value: unknown, problem: string, place?: string];

/** One test a refusal: one place of an object that can be read is changed, and the error names it. */
export function refusals(stack: () => unknown, address: string, cases: readonly Refusal[]): void {
  describe(`${address} is refused`, () => {
    test.each(cases.map((refusal) => ({ title: refusal[0], refusal })))('with $title', ({ refusal }) => {
      const [, path, value, problem, place = placeOf(path)] = refusal;
      const error = errorOf(changed(stack(), `resource/${address.replace('.', '/')}/${path}`, value));
      expect([error.address, error.path]).toEqual([address, place]);
      expect(error.problem).toContain(problem);
    });
  });
}

/** `layer/0/end` as errors write it: `layer[0].end`. */
function placeOf(path: string): string {
  return path.replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.');
}
