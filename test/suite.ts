/**
 * A suite that needs something which may not be on the machine. Where it is not, the
 * suite counts as skipped, and says why, in the report and on standard error; it never
 * counts as passed.
 * @param missing why the suite cannot run; undefined where it can
 */
export function suiteUnless(missing: string | undefined, name: string, tests: () => void): void {
  if (missing === undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`${name} skipped: ${missing}\n`);
  describe.skip(`${name} (skipped: ${missing})`, tests);
}
