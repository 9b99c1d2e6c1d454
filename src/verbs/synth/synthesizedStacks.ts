import { Temporal } from 'temporal-polyfill';
import { watchbillApp } from '../../../stacks/app';
import type { MonitorStack } from '../../../stacks/monitorStack';
import type { OnCallStack } from '../../../stacks/onCallStack';
import { MONITORS, ON_CALL } from '../../../stacks/stackNames';
import type { Catalog } from '../../catalog';
import type { SynthesisRequest } from '../../cli/io';
import { ownTemporal } from './ownTemporal';
import { written } from './stackFiles';

/** The stacks with all that the data says, before they are written. */
export interface Project {
  /** All of PagerDuty. */
  readonly onCall: OnCallStack;
  /** The Datadog monitors; deployed after the other stack. */
  readonly monitors: MonitorStack;
  /** The team's data. */
  readonly catalog: Catalog;
  /** The instant that everything is planned from. */
  readonly asOf: Temporal.Instant;
}

/**
 * The Terraform JSON of all stacks, parsed, in the order of their deployment. Of the classes in a
 * request only Temporal's matter, so the command and cdktf's side need not share any.
 * @param add what a team adds to the stacks
 * @default add - nothing
 */
export function synthesizedStacks(
  { data, catalog: read, asOf: text, outdir, ...rest }: SynthesisRequest,
  add: (project: Project) => void = () => {},
): unknown[] {
  const catalog = read === undefined ? loaded(data) : ownTemporal(read);
  const asOf = Temporal.Instant.from(text);
  return written(outdir, (fresh) => {
    const app = watchbillApp({ catalog, asOf, ...rest }, fresh);
    const onCall = app.node.findChild(ON_CALL) as OnCallStack;
    const monitors = app.node.findChild(MONITORS) as MonitorStack;
    add({ onCall, monitors, catalog, asOf });
    app.synth();
  });
}

function loaded(data: string): Catalog {
  const { loadCatalogOrThrow, readDataDirectory }: typeof import('../../catalog') = require('../../catalog');
  return loadCatalogOrThrow(readDataDirectory(data), data);
}
