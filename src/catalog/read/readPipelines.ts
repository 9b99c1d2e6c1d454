import type { Owner } from '../model/owner';
import { id as idSchema } from '../schema/id';
import { pipeline as pipelineSchema, pipelines as pipelinesSchema } from '../schema/pipeline';
import { checkPagingKeys } from './checkPaging';
import { checkTargets } from './checkTargets';
import { effectiveEscalation, stepsOf } from './escalationOf';
import { isUnknown, type Known, reportUnknown } from './known';
import { openYaml } from './openYaml';
import type { PipelineFacts } from './pipelineFacts';
import type { Reading } from './reading';
import { namedOffice } from './readOffices';
import type { OrganizationFacts } from './readOrganization';
import { checkUniqueNames } from './uniqueNames';
import type { YamlFile } from './yamlFile';

/** Reads `pipelines.yaml`. */
export function readPipelines(reading: Reading, facts: OrganizationFacts): Known<PipelineFacts> {
  const file = openYaml(reading, 'pipelines.yaml', '{}');
  if (file === undefined) return undefined;
  const whole = file.read(pipelinesSchema);
  const entries = file.mapEntries(pipelineSchema, [], whole);
  if (entries === undefined) return undefined;
  const pipelines = new Map<string, PipelineFacts | undefined>();
  for (const [id, { path, value }] of entries) {
    pipelines.set(id, undefined);
    // Checked even if another key of the entry has a problem, so that one run reports everything.
    const primary = ownerAt(reading, file, id, 'primary', facts);
    const secondary = ownerAt(reading, file, id, 'secondary', facts);
    if (value === undefined) continue;
    const { name, coverage, channels, urgency, hold } = value;
    if (value.primary === value.secondary) {
      reading.problems.error(file.at([...path, 'secondary']), {
        code: 'PIPE002',
        message: 'the secondary owner is also the primary owner',
        value: value.secondary,
        wayOut: 'name somebody else: the secondary owner is needed when the primary is away',
      });
    }
    if (coverage === 'office-hours' && value.escalation !== undefined) {
      reading.problems.error(file.keyAt([...path, 'escalation']), {
        code: 'PIPE006',
        message: 'an office-hours pipeline pages nobody, so it has no escalation',
        wayOut: 'remove the escalation, or write coverage: on-call',
      });
    }
    checkPagingKeys(reading, file, path, value, coverage);
    const office = namedOffice(reading, file, [...path, 'office'], value.office, facts.offices);
    const stepsPath = [...path, 'escalation', 'steps'];
    const given = value.escalation?.steps;
    const steps = given && stepsOf(reading, file, stepsPath, given, facts);
    const isReadable = given === undefined || steps !== undefined;
    const repeat = value.escalation?.repeat;
    const pipeline: PipelineFacts = {
      id,
      name,
      coverage,
      primary,
      secondary,
      escalation: isReadable ? effectiveEscalation(facts.escalation, { steps, repeat }) : undefined,
      ...(office && { office }),
      ...(channels && { channels }),
      ...(urgency && { urgency }),
      ...(hold && { hold }),
      source: file.keyAt(path),
    };
    checkMail(reading, file, pipeline);
    checkTargets(reading, file, pipeline);
    pipelines.set(id, pipeline);
  }
  checkNames(reading, file, pipelines);
  return pipelines;
}

function checkNames(
  reading: Reading,
  file: YamlFile,
  pipelines: ReadonlyMap<string, PipelineFacts | undefined>,
): void {
  const named = [...pipelines.values()].filter((pipeline) => pipeline !== undefined);
  checkUniqueNames(
    reading.problems,
    named.map(({ id, name }) => ({ name, location: file.at([id, 'name']) })),
    'object',
  );
}

/** The person or team that a key names; undefined after reporting a problem of the key or of the owner. */
function ownerAt(
  reading: Reading,
  file: YamlFile,
  pipeline: string,
  key: 'primary' | 'secondary',
  { people, teams }: OrganizationFacts,
): Owner | undefined {
  const id = file.peek(idSchema, [pipeline, key]);
  if (id === undefined) return undefined;
  if (isUnknown(id, people, teams)) {
    const reference = { code: 'PIPE001', id, noun: 'owner', nouns: 'people and teams' } as const;
    reportUnknown(reading.problems, file.at([pipeline, key]), reference, people, teams);
  }
  const person = people?.get(id);
  if (person !== undefined) return { kind: 'person', person };
  const team = teams?.get(id);
  return team && { kind: 'team', team };
}

/** Checks that both owners of an office-hours pipeline can receive mail. */
function checkMail(
  reading: Reading,
  file: YamlFile,
  { id, coverage, primary, secondary }: PipelineFacts,
): void {
  if (coverage !== 'office-hours') return;
  for (const [key, owner] of [
    ['primary', primary],
    ['secondary', secondary],
  ] as const) {
    if (owner?.kind !== 'team' || owner.team.desk !== undefined) continue;
    reading.problems.error(file.at([id, key]), {
      code: 'PIPE005',
      message: `mail goes to the ${key} owner, but this team has no desk`,
      value: owner.team.id,
      wayOut: 'give the team a desk in organization.yaml, or name a person',
    });
  }
}
