/**
 * What a deploy and an empty plan cost each vendor's API, in calls and in time, with the
 * real Terraform and providers against the sandbox, and from what size on PagerDuty's
 * limit is what a plan waits for.
 * `npm run bench:deploy`
 */
import Table from 'cli-table3';
import { whyNoTerraform } from '../test/deploy/terraform';
import { CALLS_A_MINUTE, LATENCY } from './deploy/api';
import { type Deployed, deployed, type Phase } from './deploy/deployed';
import { callsByType, callsTo } from './deploy/families';

const SIZES = [10, 100, 300];

/** How much more a further pipeline may cost between the larger sizes than between the smaller. */
const HIGHEST_CALLS = 1.1;

/** How much more of its own time the sandbox may take a call at the largest size; looking through lists would take three times as much. */
const HIGHEST_SANDBOX = 2;

function printed(head: string[], rows: (string | number)[][]): void {
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...rows);
  console.log(table.toString());
}

/** Milliseconds of the sandbox's own work a call. */
function sandboxShare({ sandboxMilliseconds, calls }: Phase): number {
  return sandboxMilliseconds / calls.length;
}

function sizes(all: readonly Deployed[]): void {
  printed(
    [
      'pipelines',
      'objects',
      'deploy s',
      'PagerDuty calls',
      'Datadog calls',
      'empty plan s',
      'PagerDuty calls',
      'Datadog calls',
      'sandbox ms a call, deploy',
      'plan',
      'on-call plan at 200 ms, s',
      'with the limit, s',
      'refused',
    ],
    all.map(({ pipelines, objects, deploy, emptyPlan, farAway, limited }) => [
      pipelines,
      [...objects.values()].reduce((sum, count) => sum + count, 0),
      deploy.seconds.toFixed(1),
      callsTo('pagerduty', deploy.calls),
      callsTo('datadog', deploy.calls),
      emptyPlan.seconds.toFixed(1),
      callsTo('pagerduty', emptyPlan.calls),
      callsTo('datadog', emptyPlan.calls),
      sandboxShare(deploy).toFixed(2),
      sandboxShare(emptyPlan).toFixed(2),
      farAway.seconds.toFixed(1),
      `${limited.seconds.toFixed(1)}${limited.failure === undefined ? '' : ', fails'}`,
      limited.refused,
    ]),
  );
}

function types({ pipelines, objects, deploy, emptyPlan }: Deployed): void {
  const [made, read] = [deploy, emptyPlan].map(({ calls }) => callsByType(calls));
  const names = new Set([...objects.keys(), ...(made?.keys() ?? [])]);
  console.log(`calls an object, at ${pipelines} pipelines`);
  printed(
    ['type', 'objects', 'deploy', 'empty plan'],
    [...names].sort().map((type) => {
      const count = objects.get(type) ?? 0;
      const share = (calls: number) => (count === 0 ? `${calls} in all` : (calls / count).toFixed(2));
      return [type, count, share(made?.get(type) ?? 0), share(read?.get(type) ?? 0)];
    }),
  );
}

/** What one further pipeline costs PagerDuty in an empty plan, between two sizes. */
function aPipeline(smaller: Deployed, larger: Deployed): number {
  const [few, many] = [smaller, larger].map(({ emptyPlan }) => callsTo('pagerduty', emptyPlan.calls));
  return ((many ?? 0) - (few ?? 0)) / (larger.pipelines - smaller.pipelines);
}

async function main(): Promise<void> {
  const missing = whyNoTerraform();
  if (missing !== undefined) {
    console.error(`nothing was measured: ${missing}`);
    process.exitCode = 1;
    return;
  }
  const all: Deployed[] = [];
  for (const size of SIZES) all.push(await deployed(size));
  const [small, middle, large] = all;
  if (small === undefined || middle === undefined || large === undefined) throw new Error('three sizes');
  for (const { pipelines, limited } of all) {
    if (limited.failure !== undefined)
      console.error(`${pipelines} pipelines, with the limit: ${limited.failure.slice(0, 1500)}`);
  }
  types(large);
  sizes(all);
  const [before, each] = [aPipeline(small, middle), aPipeline(middle, large)];
  const fixed = callsTo('pagerduty', large.emptyPlan.calls) - each * large.pipelines;
  const pace = (callsTo('pagerduty', large.farAway.calls) / large.farAway.seconds) * 60;
  console.log(
    `An empty plan calls PagerDuty ${fixed.toFixed(0)} times and ${each.toFixed(2)} times a pipeline.
At ${LATENCY.total('milliseconds')} ms a call it calls ${pace.toFixed(0)} times a minute; PagerDuty answers ${CALLS_A_MINUTE}.
The limit is what a plan waits for from ${Math.ceil((CALLS_A_MINUTE - fixed) / each)} pipelines on.`,
  );
  const growth = [
    ['calls a further pipeline', each / before, HIGHEST_CALLS],
    ['sandbox time a call', sandboxShare(large.emptyPlan) / sandboxShare(middle.emptyPlan), HIGHEST_SANDBOX],
  ] as const;
  for (const [what, ratio, highest] of growth) {
    console.log(`${what}, larger against smaller: ${ratio.toFixed(2)}`);
    if (ratio <= highest) continue;
    console.error(`${what} may grow by ${highest} at most`);
    process.exitCode = 1;
  }
}

void main();
