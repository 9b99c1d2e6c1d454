/**
 * What a deploy and an empty plan cost each vendor's API, in calls and in time, with the
 * real Terraform and providers against the sandbox, and the size from which on a plan
 * waits for PagerDuty's rate limit.
 * `npm run bench:deploy`
 */
import { whyNoTerraform } from '../test/support/terraform';
import { CALLS_A_MINUTE, LATENCY } from './deploy/api';
import { type Deployed, deployed, type Phase } from './deploy/deployed';
import { callsByType, callsTo } from './deploy/families';
import { bound, SMALL } from './support/bounds';
import { printTable } from './support/figures';

const SIZES = SMALL ? [1, 2, 3] : [10, 100, 300];

/** By how much a further pipeline may cost more calls between the two larger sizes than between the two smaller. */
const HIGHEST_CALLS = 1.1;

/** By how much the sandbox's own time per call may grow; searching lists would triple it. */
const HIGHEST_SANDBOX = 2;

/** The sandbox's own time per call, in milliseconds. */
function sandboxShare({ sandboxMilliseconds, calls }: Phase): number {
  return sandboxMilliseconds / calls.length;
}

function sizes(all: readonly Deployed[]): void {
  printTable(
    [
      'pipelines',
      'objects',
      'deploy s',
      'PagerDuty calls',
      'Datadog calls',
      'on-call state KB',
      'monitors state KB',
      'empty plan s',
      'PagerDuty calls',
      'Datadog calls',
      'sandbox ms per call, deploy',
      'plan',
      'on-call plan at 200 ms, s',
      'with the limit, s',
      'refused',
    ],
    all.map(({ pipelines, objects, deploy, stateBytes, emptyPlan, farAway, limited }) => [
      pipelines,
      [...objects.values()].reduce((sum, count) => sum + count, 0),
      deploy.seconds.toFixed(1),
      callsTo('pagerduty', deploy.calls),
      callsTo('datadog', deploy.calls),
      ...stateBytes.map((bytes) => Math.round(bytes / 1000)),
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
  console.log(`calls per object, at ${pipelines} pipelines`);
  printTable(
    ['type', 'objects', 'deploy', 'empty plan'],
    [...names].sort().map((type) => {
      const count = objects.get(type) ?? 0;
      const share = (calls: number) => (count === 0 ? `${calls} in total` : (calls / count).toFixed(2));
      return [type, count, share(made?.get(type) ?? 0), share(read?.get(type) ?? 0)];
    }),
  );
}

/** How many calls to PagerDuty a further pipeline adds to an empty plan, between two sizes. */
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
    `An empty plan makes ${fixed.toFixed(0)} calls to PagerDuty, and ${each.toFixed(2)} per pipeline.
At ${LATENCY.total('milliseconds')} ms a call that is ${pace.toFixed(0)} a minute; PagerDuty answers ${CALLS_A_MINUTE}.
From ${Math.ceil((CALLS_A_MINUTE - fixed) / each)} pipelines on, a plan waits for the limit.`,
  );
  bound('calls of a further pipeline, larger against smaller', each / before, HIGHEST_CALLS);
  bound(
    'sandbox time per call, larger against smaller',
    sandboxShare(large.emptyPlan) / sandboxShare(middle.emptyPlan),
    HIGHEST_SANDBOX,
  );
}

void main();
