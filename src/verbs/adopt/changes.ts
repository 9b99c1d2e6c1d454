import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../catalog';
import { type ApiReaders, readAccount, readTerraformJson, stacksByAddress, wantedOf } from '../../deployment';
import { horizonOf } from '../../roster';
import { type Change, type Difference, driftOf } from '../drift/differences';
import { adoptedAccount, KINDS } from './adoptedAccount';
import type { FoundObject } from './survey';

/** What {@link changesOf} compares with the accounts. */
export interface ToDeploy {
  readonly catalog: Catalog;
  /** Parsed `cdk.tf.json`. */
  readonly stacks: readonly unknown[];
  readonly asOf: Temporal.Instant;
}

/**
 * Adds to each object found what the next deploy will change on it besides its texts:
 * layers, escalation, queries, thresholds. Reads the accounts, changes nothing.
 * @throws DeploymentError if an answer is not understood
 * @throws VendorError
 */
export async function changesOf(
  found: readonly FoundObject[],
  { catalog, stacks, asOf }: ToDeploy,
  apis: ApiReaders,
): Promise<FoundObject[]> {
  const expected = readTerraformJson(stacks);
  const named = (type: string) => found.filter((each) => each.type === type).map(({ called }) => called);
  const account = await readAccount(apis, {
    ...wantedOf(expected),
    schedules: named('pagerduty_schedule'),
    escalationPolicies: named('pagerduty_escalation_policy'),
    services: named('pagerduty_service'),
    monitors: named('datadog_monitor'),
    handles: [],
  });
  const { drift } = driftOf({
    catalog,
    expected,
    stacks: stacksByAddress(stacks),
    found: adoptedAccount(account, found, expected),
    logIns: new Map(),
    overridden: new Map(),
    now: asOf,
    horizon: horizonOf(asOf, catalog.organization),
  });
  return found.map((each) => {
    const own = drift.filter(({ kind, id }) => kind === KINDS[each.type] && id === each.id);
    return { ...each, changes: [...each.changes, ...own.flatMap(changeOf), ...own.flatMap(unclearOf)] };
  });
}

/** A deploy leaves some differences alone, for example a mute. */
function changeOf({ change }: Difference): Change[] {
  return change === undefined ? [] : [change];
}

/** Only Terraform knows what a deploy does about settings that Watchbill never makes. */
function unclearOf({ what, text }: Difference): Change[] {
  return what === 'unreadable' ? [{ label: 'not compared', found: text, expected: 'see the plan' }] : [];
}
