import type { Known } from './known';
import type { PipelineFacts } from './pipelineFacts';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';
import type { Rotations } from './readRotations';

/** Most targets of an escalation rule in PagerDuty. */
const MOST_TARGETS = 10;

/**
 * Checks that each on-call pipeline has a rotation of the first duty (PIPE003) and a step that
 * notifies it (DUTY004); that each duty in a step has a rotation (ESCA002), and each rotation's
 * duty a step (DUTY003); that no step has more targets than PagerDuty takes (ESCA004). Warns of a duty that no rotation fills (DUTY002).
 */
export function checkDuties(
  reading: Reading,
  { duties, dutySources }: OrganizationFacts,
  pipelines: Known<PipelineFacts>,
  { rotations, rotationsOf, complete }: Rotations,
): void {
  const [first] = duties ?? [];
  if (!complete || duties === undefined || first === undefined) return;
  for (const pipeline of pipelines?.values() ?? []) {
    if (pipeline?.coverage !== 'on-call') continue;
    const { id, source, escalation } = pipeline;
    const served = rotationsOf.get(id) ?? [];
    if (!served.some(({ duty }) => duty === first)) {
      reading.problems.error(source, {
        code: 'PIPE003',
        message:
          duties.length === 1
            ? 'this on-call pipeline is in no rotation'
            : `this on-call pipeline is in no rotation of the first duty, ${first}`,
        value: id,
        wayOut: 'add it to the pipelines of a rotation in rotations.yaml, or write coverage: office-hours',
      });
    }
    if (escalation === undefined) continue;
    const named = new Set(
      escalation.steps.flatMap(({ notify }) =>
        notify.flatMap(({ kind, word }) => (kind === 'duty' ? [word] : [])),
      ),
    );
    if (!named.has(first)) {
      reading.problems.error(source, {
        code: 'DUTY004',
        message: `no step of the escalation notifies the first duty, ${first}`,
        value: id,
        wayOut: `add a step with notify: ${first}, or write coverage: office-hours`,
      });
    }
    for (const duty of named) {
      if (duty === first || served.some((each) => each.duty === duty)) continue;
      reading.problems.error(source, {
        code: 'ESCA002',
        message: `the escalation notifies ${duty}, but no rotation of this pipeline has that duty`,
        value: id,
        wayOut: `add the pipeline to a rotation with duty: ${duty}, or remove ${duty} from its escalation`,
      });
    }
    escalation.steps.forEach(({ notify }, index) => {
      const schedules = notify.map(({ kind, word }) =>
        kind === 'duty' ? served.filter(({ duty }) => duty === word).length : 1,
      );
      const targets = schedules.reduce((sum, count) => sum + count, 0);
      if (targets <= MOST_TARGETS) return;
      reading.problems.error(source, {
        code: 'ESCA004',
        message: `step ${index + 1} has ${targets} targets (a duty counts once per rotation), and PagerDuty accepts at most ${MOST_TARGETS}`,
        value: id,
        wayOut: 'move some targets to another step, or put this pipeline in fewer rotations of the duty',
      });
    });
    for (const { id: rotation, duty } of served) {
      if (duty === first || named.has(duty)) continue;
      reading.problems.error(rotations.find((each) => each.id === rotation)?.source ?? source, {
        code: 'DUTY003',
        message: `no step of ${id} notifies ${duty}, so this rotation would never be paged for it`,
        value: rotation,
        wayOut: `add ${duty} to the escalation of ${id}, or remove ${id} from this rotation`,
      });
    }
  }
  for (const [index, duty] of duties.entries()) {
    if (index === 0 || rotations.some((rotation) => rotation.duty === duty)) continue;
    reading.problems.warning(dutySources[index] ?? reading.at('organization.yaml'), {
      code: 'DUTY002',
      message: `no rotation fills the duty ${duty}`,
      value: duty,
      wayOut: `add duty: ${duty} to a rotation, or remove it from duties`,
    });
  }
}
