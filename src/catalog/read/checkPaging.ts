import { lookAlike } from '../lookAlike';
import type { Paging } from '../model/paging';
import type { Pipeline } from '../model/pipeline';
import { pagerDutyHandle, serviceName, urgenciesOf } from '../paging';
import type { Path } from '../yaml/parseYaml';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** Reports an urgency or a hold of an office-hours pipeline, or of one of its rules (PIPE010). */
export function checkPagingKeys(
  reading: Reading,
  file: YamlFile,
  path: Path,
  value: Paging,
  coverage: Pipeline['coverage'] | undefined,
): void {
  if (coverage !== 'office-hours') return;
  for (const key of ['urgency', 'hold'] as const) {
    if (value[key] === undefined) continue;
    reading.problems.error(file.keyAt([...path, key]), {
      code: 'PIPE010',
      message: `an office-hours pipeline pages nobody, and its alerts always wait, so ${key} does not apply`,
      value: value[key],
      wayOut: `remove the key ${key}, or write coverage: on-call`,
    });
  }
}

/** Reports pipelines whose id or name is that of another's low-urgency service (PIPE011). */
export function checkLowUrgencyServices(reading: Reading, pipelines: readonly Pipeline[]): void {
  for (const pipeline of pipelines) {
    if (!urgenciesOf(pipeline).includes('low')) continue;
    const [handle, name] = [pagerDutyHandle(pipeline, 'low'), serviceName(pipeline, 'low')];
    for (const other of pipelines) {
      if (other === pipeline) continue;
      const taken = other.id === handle ? 'id' : lookAlike(other.name, name) ? 'name' : undefined;
      if (taken === undefined) continue;
      reading.problems.error(other.source, {
        code: 'PIPE011',
        message: `the ${taken} of this pipeline is taken by the low-urgency service of ${pipeline.id}`,
        value: other[taken],
        wayOut: `choose another ${taken}: PagerDuty and Datadog tell services apart by it`,
      });
    }
  }
}
