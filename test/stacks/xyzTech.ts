import { Temporal } from 'temporal-polyfill';
import { type Catalog, type DataFiles, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { type TerraformStack, Testing } from '../../src/constructs/cdktf';
import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';
import { MonitorStack } from '../../stacks/monitorStack';
import { OnCallStack } from '../../stacks/onCallStack';
import { XYZ_TECH } from '../xyzTech';

/** XYZ Tech's data. */
export const FILES: DataFiles = readDataDirectory(XYZ_TECH);

/** The day of every snapshot, so that they are the same on every day. */
export const AS_OF = Temporal.Instant.from('2026-11-23T00:00:00+08:00');

export const catalogOf = (files: DataFiles): Catalog => loadCatalogOrThrow(files, 'data');

/** A stack as Terraform reads it. */
export interface TerraformJson {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
  readonly provider: Record<string, unknown>;
  readonly terraform: Record<string, unknown>;
}

export const onCall = (catalog: Catalog, asOf = AS_OF) =>
  terraform(() => new OnCallStack(Testing.app(), 'on-call', { catalog, asOf }));

export const monitors = (catalog: Catalog, asOf = AS_OF) =>
  terraform(() => new MonitorStack(Testing.app(), 'monitors', { catalog, asOf }));

/** Terraform without cdktf's own remarks (`//`), which say where in the construct tree something stands. */
function terraform(build: () => TerraformStack): TerraformJson {
  const text = withoutStackTraces(() => Testing.synth(build()));
  return JSON.parse(text, (key, value: unknown) => (key === '//' ? undefined : value)) as TerraformJson;
}

/** Every object of a stack by its address, e.g. `pagerduty_service.aggregate-profit`. */
export function byAddress(json: TerraformJson): Map<string, unknown> {
  const objects = (prefix: string, types: TerraformJson['resource']) =>
    Object.entries(types).flatMap(([type, named]) =>
      Object.entries(named).map(([name, object]) => [`${prefix}${type}.${name}`, object] as const),
    );
  return new Map([...objects('', json.resource), ...objects('data.', json.data ?? {})]);
}
