import type { NamedObject } from '../../../deployment';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { changed, type Difference, difference } from './difference';
import type { Pairs } from './pairs';

type Keyed = { readonly key: string; readonly name: string };

/** PagerDuty objects that are missing, left over or renamed. */
export function existenceDrift({ schedules, policies, services }: Comparison): Difference[] {
  return [
    ...existence('schedule', schedules),
    ...existence('escalation policy', policies),
    ...existence('service', services),
  ];
}

function existence<T extends Keyed>(
  kind: NamedObject['kind'],
  { pairs, missing, leftOver }: Pairs<T>,
): Difference[] {
  const common = { system: 'PagerDuty', kind } as const;
  return [
    ...missing.map(({ name }) => missingDifference({ ...common, object: name })),
    ...pairs
      .filter(({ expected, object }) => expected.name !== object.name)
      .map(({ expected, object }) => renamedDifference({ ...common, object: expected.name }, object)),
    ...leftOver.map((object) => leftOverDifference({ ...common, object: object.name }, object.key)),
  ];
}

type Common = Pick<Difference, 'system' | 'kind' | 'object'>;

/** The vendor does not have an object of the data. */
export function missingDifference(common: Common): Difference {
  return difference({
    ...common,
    what: 'missing',
    expected: common.object,
    text: 'missing: not deployed, or deleted by hand',
  });
}

/** An object has another name than in the data. */
export function renamedDifference(
  common: Common & { readonly name?: string },
  found: Pick<NamedObject, 'key' | 'name'>,
): Difference {
  const { name = common.object, ...rest } = common;
  return difference({
    ...rest,
    id: found.key,
    what: 'renamed',
    expected: name,
    found: found.name,
    ...changed('name', shown(found.name), shown(name)),
  });
}

/** An object carries our mark, but the data does not define it. */
export function leftOverDifference(common: Common, id: string): Difference {
  return difference({
    ...common,
    id,
    what: 'left-over',
    found: common.object,
    text: 'is marked as managed by Watchbill, but the data does not define it',
    wayOut: `delete it in ${common.system}, unless a pending deploy does`,
  });
}
