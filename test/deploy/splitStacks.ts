import type { Catalog } from '../../src/catalog';
import { ownerTeam } from '../../stacks/ownership';

type Named = Record<string, Record<string, unknown>>;

/** The parts of a `cdk.tf.json` that a split moves; everything else is the same in each part. */
export interface StackJson {
  readonly resource: Record<string, Named>;
  readonly data?: Record<string, Named>;
  readonly [key: string]: unknown;
}

/** What all teams share, and what stays in the stack that is split. */
const SHARED = ['pagerduty_team', 'pagerduty_team_membership', 'pagerduty_schedule', 'datadog_team'];

/**
 * One stack as docs/deploy.md splits it: what is shared under its own name, and a stack for
 * each team that owns pipelines first. A reference to what is shared becomes a look-up by
 * name, so that no stack reads another's state.
 */
export function splitStack(name: string, json: StackJson, { pipelines }: Catalog): Map<string, StackJson> {
  const teams = new Map(pipelines.map(({ id, primary }) => [id, ownerTeam(primary).id]));
  const parts = new Map<string, Record<string, Named>>([[name, {}]]);
  for (const [type, id, attributes] of objects(json.resource)) {
    const part = SHARED.includes(type) ? name : `${name}-${teams.get(id.split('__')[0] ?? '')}`;
    const resource = parts.get(part) ?? {};
    resource[type] = { ...resource[type], [id]: attributes };
    parts.set(part, resource);
  }
  return new Map(
    [...parts].map(([part, resource]) => [
      part,
      part === name ? { ...json, resource } : withLookUps({ ...json, resource }, json),
    ]),
  );
}

function withLookUps(part: StackJson, whole: StackJson): StackJson {
  let resource = JSON.stringify(part.resource);
  const data: Record<string, Named> = {};
  const keep = (type: string, id: string, attributes: Record<string, unknown>) => {
    data[type] = { ...data[type], [id]: attributes };
  };
  for (const [type, id, { name }] of objects(whole.resource)) {
    const reference = `\${${type}.${id}.id}`;
    if (!SHARED.includes(type) || !resource.includes(reference)) continue;
    resource = resource.replaceAll(reference, () => `\${data.${type}.${id}.id}`);
    keep(type, id, { name });
  }
  for (const [type, id, attributes] of objects(whole.data ?? {})) {
    if (resource.includes(`\${data.${type}.${id}.`)) keep(type, id, attributes);
  }
  const { data: _, resource: __, ...rest } = part;
  const parsed = JSON.parse(resource) as StackJson['resource'];
  return { ...rest, resource: parsed, ...(Object.keys(data).length === 0 ? {} : { data }) };
}

/** Every object of a block: its type, name and attributes. */
export function objects(block: Record<string, Named>): [string, string, Record<string, unknown>][] {
  return Object.entries(block).flatMap(([type, named]) =>
    Object.entries(named).map(([id, attributes]): [string, string, Record<string, unknown>] => [
      type,
      id,
      attributes,
    ]),
  );
}
