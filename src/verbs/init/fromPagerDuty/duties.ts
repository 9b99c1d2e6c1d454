import { type PipelineDraft, schedulesOf } from './services';

/**
 * The duty of each schedule, as a number from 0, the first. Schedules of one level share a duty,
 * and a duty of a pipeline is on one level; each pipeline has a schedule of the first duty.
 * @returns undefined if there are no such duties
 */
export function dutiesOf(pipelines: readonly PipelineDraft[]): ReadonlyMap<string, number> | undefined {
  const groups = groupsOf(pipelines);
  const conflicts = (one: readonly string[], other: readonly string[]) =>
    pipelines.some((pipeline) => {
      const own = schedulesOf(pipeline);
      return one.some((id) => own.includes(id)) && other.some((id) => own.includes(id));
    });
  const duties = new Map<string, number>();
  for (const group of groups) {
    const taken = groups
      .filter((other) => other !== group && conflicts(group, other))
      .map(([id = '']) => duties.get(id));
    const duty = [...groups.keys()].find((each) => !taken.includes(each)) ?? 0;
    for (const id of group) duties.set(id, duty);
  }
  return pipelines.every((pipeline) => isSaid(pipeline, duties)) ? duties : undefined;
}

/** Schedules that share a level somewhere, those of first levels first. */
function groupsOf(pipelines: readonly PipelineDraft[]): readonly (readonly string[])[] {
  const depth = Math.max(0, ...pipelines.map(({ levels }) => levels.length));
  const ordered = Array.from({ length: depth }, (_, at) =>
    pipelines.flatMap(({ levels }) => {
      const paging = levels.filter(({ schedules }) => schedules.length > 0);
      return paging[at] === undefined ? [] : [paging[at].schedules];
    }),
  ).flat();
  let groups: readonly (readonly string[])[] = [];
  for (const level of ordered) {
    const touched = groups.filter((group) => group.some((id) => level.includes(id)));
    const joined = [...new Set([...touched.flat(), ...level])];
    const at = groups.findIndex((group) => touched.includes(group));
    const others = groups.filter((group) => !touched.includes(group));
    groups = at < 0 ? others.concat([joined]) : others.toSpliced(at, 0, joined);
  }
  return groups;
}

/**
 * Whether a pipeline can be written with these duties: each level pages all schedules of a duty, and
 * one of them is the first.
 */
function isSaid(pipeline: PipelineDraft, duties: ReadonlyMap<string, number>): boolean {
  const all = schedulesOf(pipeline);
  const ofDuty = (duty: number | undefined) => all.filter((id) => duties.get(id) === duty);
  return (
    ofDuty(0).length > 0 &&
    pipeline.levels.every(({ schedules }) =>
      schedules.every((id) => ofDuty(duties.get(id)).every((each) => schedules.includes(each))),
    )
  );
}
