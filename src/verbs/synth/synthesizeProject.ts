import { processIo } from '../../cli/io';
import { program } from '../../cli/program';
import { errorText } from '../../text/errorText';
import { UsageError } from '../../text/usageError';
import { app } from './synth';
import { type Project, synthesizedStacks } from './synthesizedStacks';

/**
 * A team's own app: what `watchbill app` synthesizes, and whatever the team adds. Data, instant, state
 * and imports are found as by that verb; what is wrong with them is printed, and ends the program with
 * the same exit code. Name the program in `cdktf.json` (`"app": "node app.js"`): `watchbill synth` and
 * `deploy` then run it, as the CDKTF CLI does.
 *
 * @param add adds constructs to the stacks at once, not in a promise
 * @example
 * synthesizeProject(({ monitors }) => {
 *   new Monitor(monitors, 'warehouse-queue', { … }); // datadog_monitor.warehouse-queue
 * });
 */
export function synthesizeProject(add: (project: Project) => void): void {
  const io = {
    ...processIo,
    synthesize: (request: Parameters<typeof synthesizedStacks>[0]) =>
      synthesizedStacks(request, (project) => added(add, project)),
  };
  void program(() => app({}, io), 'nothing was synthesized');
}

/** Errors in the team's own part are reported with their trace. */
function added(add: (project: Project) => unknown, project: Project): void {
  let result: unknown;
  try {
    result = add(project);
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : errorText(error);
    throw new UsageError(`what the app adds to the stacks failed\n  ${trace.replaceAll('\n', '\n  ')}`);
  }
  if (result instanceof Promise) {
    throw new UsageError(
      'the function given to synthesizeProject returns a promise, which would come too late\n  load what it waits for before you call synthesizeProject',
    );
  }
}
