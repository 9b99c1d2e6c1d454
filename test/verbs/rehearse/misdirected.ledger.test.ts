import type { SynthesisRequest } from '../../../src/cli/io';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { changedData } from '../../cli/folder';
import { DATA, watchbill } from '../../cli/run';

jest.setTimeout(120_000);

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, { query: string }>>>>;
}

/** For each monitor of a rule, whether it fired and what was wrong, once one of them reads another scope. */
async function rehearsed(
  [pipeline, alert]: readonly [string, string],
  [from, to]: readonly [string, string],
  data = DATA,
): Promise<unknown> {
  const synthesize = (request: SynthesisRequest) => {
    const [onCall, monitors] = synthesizedStacks(request) as [Stack, Stack];
    const changed = monitors.resource['datadog_monitor']?.[`${pipeline}__${alert}`];
    if (changed?.query.includes(from) !== true) throw new Error(`no ${from} in ${changed?.query}`);
    changed.query = changed.query.replace(from, to);
    return [onCall, monitors];
  };
  const args = ['rehearse', pipeline, alert, '--json', '--data', data];
  const { out } = await watchbill(args, {}, { synthesize });
  return JSON.parse(out).rules.map(
    (rule: { firesAt: string | null; problems: readonly { code: string }[] }) => [
      rule.firesAt !== null,
      rule.problems.map(({ code }) => code).join(),
    ],
  );
}

test("a monitor that reads another pipeline's failures never fires", async () => {
  const read = (scope: string) =>
    rehearsed(['aggregate-engagement', 'pipeline-failure'], ['pipeline:aggregate-engagement', scope]);
  expect(await read('pipeline:aggregate-engagement')).toEqual([[true, '']]);
  expect(await read('pipeline:daily-growth-experiments')).toEqual([[false, 'REHE001']]);
  expect(await read('pipeline:nowhere')).toEqual([[false, 'REHE001']]);
});

test("one that reads another pipeline's deadline is not healed by its own run", async () => {
  const data = changedData('runbooks/aggregate-growth.md', (text) =>
    text.replace(
      'runs-too-long, kind: duration, longerThan: 2h',
      'runs-too-long, kind: deadline, by: "09:00"',
    ),
  );
  const own = 'pipeline:aggregate-profit,alert:not-complete-by-nine';
  const read = (scope: string) => rehearsed(['aggregate-profit', 'not-complete-by-nine'], [own, scope], data);
  expect(await read('alert:not-complete-by-nine')).toEqual([[true, '']]);
  expect(await read('pipeline:aggregate-growth,alert:runs-too-long')).toEqual([[true, 'REHE005']]);
  expect(await read('pipeline:aggregate-growth,alert:not-complete-by-nine')).toEqual([[false, 'REHE001']]);
});
