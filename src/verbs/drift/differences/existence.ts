import type { NamedObject } from '../../../deployment';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference } from './difference';
import type { Pairs } from './pairs';

type Keyed = { readonly key: string; readonly name: string };

/** What of PagerDuty is missing, left over, or has another name. */
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

/** That the vendor has no such object. */
export function missingDifference(common: Common): Difference {
  return difference({
    ...common,
    what: 'missing',
    expected: common.object,
    text: 'missing: not deployed, or deleted by hand',
  });
}

/** That an object has another name than in the data. */
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
    text: `is called ${shown(found.name)}, the data says ${shown(name)}`,
  });
}

/** That an object bears our mark and the data has no such thing. */
export function leftOverDifference(common: Common, id: string): Difference {
  return difference({
    ...common,
    id,
    what: 'left-over',
    found: common.object,
    text: 'bears the mark of Watchbill, and the data has no such thing',
    wayOut: `delete it in ${common.system}, unless a deploy that is under way will`,
  });
}
