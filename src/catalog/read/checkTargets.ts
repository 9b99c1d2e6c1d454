import type { EscalationTarget } from '../model/escalation';
import { ownerId } from '../model/owner';
import { responderOf } from '../targets';
import type { PipelineFacts } from './pipelineFacts';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/**
 * Checks that each target of an on-call pipeline's escalation reaches somebody, which for a team
 * takes a desk (PIPE005, ESCA002), and that no step notifies anybody twice (ESCA003).
 */
export function checkTargets(reading: Reading, file: YamlFile, pipeline: PipelineFacts): void {
  if (pipeline.coverage !== 'on-call') return;
  const { id, escalation } = pipeline;
  const reported = new Set<string>();
  escalation?.steps.forEach(({ notify }, index) => {
    const seen = new Map<string, string>();
    for (const target of notify) {
      const owner = ownerOf(pipeline, target);
      if (owner === undefined) continue;
      if (responderOf(owner) === undefined && !reported.has(target.word)) {
        reported.add(target.word);
        reportUnreachable(reading, file, id, target);
      }
      const key = ownerId(owner);
      const other = seen.get(key);
      if (other !== undefined) reportTwice(reading, file, id, index, [other, target.word], key);
      seen.set(key, target.word);
    }
  });
}

/** The person or team that a target stands for; undefined for a duty, and if it cannot be read. */
function ownerOf(pipeline: PipelineFacts, target: EscalationTarget) {
  if (target.kind === 'duty') return undefined;
  return target.kind === 'owner' ? pipeline[target.word] : target;
}

function reportUnreachable(reading: Reading, file: YamlFile, id: string, target: EscalationTarget): void {
  if (target.kind === 'owner') {
    reading.problems.error(file.at([id, target.word]), {
      code: 'PIPE005',
      message: `the escalation notifies the ${target.word} owner, but this team has no desk`,
      value: file.raw([id, target.word]),
      wayOut: 'give the team a desk in organization.yaml, or name a person',
    });
    return;
  }
  reading.problems.error(stepsAt(file, id), {
    code: 'ESCA002',
    message: `the escalation notifies the team ${target.word}, which has no desk`,
    value: target.word,
    wayOut: 'give the team a desk in organization.yaml, or name a person',
  });
}

function reportTwice(
  reading: Reading,
  file: YamlFile,
  id: string,
  index: number,
  [first, second]: readonly [string, string],
  who: string,
): void {
  reading.problems.error(stepsAt(file, id, index), {
    code: 'ESCA003',
    message: `step ${index + 1} notifies ${who} twice, as ${first} and as ${second}`,
    value: who,
    wayOut: 'remove one of the two: a step pages each person once',
  });
}

/** Where the pipeline's own steps are; otherwise, as it inherits the organization's, where the pipeline is. */
function stepsAt(file: YamlFile, id: string, index?: number) {
  const path = [id, 'escalation', 'steps', ...(index === undefined ? [] : [index])];
  return file.raw(path) === undefined ? file.keyAt([id]) : file.at(path);
}
