import { Temporal } from 'temporal-polyfill';
import { skippedText } from '../../time/skippedTime';
import { isBefore, overlap } from '../../time/span';
import type { Maintenance } from '../model/maintenance';
import { maintenanceEntry, maintenance as schema } from '../schema/maintenance';
import type { Path } from '../yaml/parseYaml';
import { isUnknown, type Known, reportUnknown } from './known';
import { MAINTENANCE_FILE } from './layout';
import { openYaml } from './openYaml';
import type { PipelineFacts } from './pipelineFacts';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** The windows of each pipeline, by its id, in order of time. */
export type MaintenanceOf = ReadonlyMap<string, readonly Maintenance[]>;

/** Reads `maintenance.yaml`, if there is one; local times of each pipeline's office become instants. */
export function readMaintenance(
  reading: Reading,
  pipelines: Known<PipelineFacts>,
  ownZone: string | undefined,
): MaintenanceOf {
  const found = new Map<string, Maintenance[]>();
  if (!reading.files.has(MAINTENANCE_FILE)) return found;
  const file = openYaml(reading, MAINTENANCE_FILE, '[]');
  if (file === undefined) return found;
  const whole = file.read(schema);
  for (const { path, value } of file.listEntries(maintenanceEntry, [], whole)) {
    const ids = file.peek(maintenanceEntry.shape.pipelines, [...path, 'pipelines']) ?? [];
    ids.forEach((id, index) => {
      if (!isUnknown(id, pipelines)) return;
      const reference = { code: 'MAIN001', id, noun: 'pipeline', nouns: 'pipelines' } as const;
      reportUnknown(reading.problems, file.at([...path, 'pipelines', index]), reference, pipelines);
    });
    if (value === undefined) continue;
    // One report for each end, although several offices may read it.
    const reported = new Set<string>();
    for (const id of ids) {
      const timeZone = pipelines?.get(id)?.office?.timeZone ?? ownZone;
      if (timeZone === undefined) continue;
      const window = windowOf({ reading, file, path, reported }, value, timeZone);
      if (window === undefined) continue;
      const own = found.get(id) ?? [];
      found.set(id, [...own, { ...window, source: file.at(path) }]);
    }
  }
  for (const [id, windows] of found) {
    const inOrder = windows.sort((a, b) => Temporal.Instant.compare(a.from, b.from));
    refuseTwoAtOnce(reading, id, inOrder);
  }
  return found;
}

interface Place {
  readonly reading: Reading;
  readonly file: YamlFile;
  readonly path: Path;
  readonly reported: Set<string>;
}

type Local = Temporal.PlainDate | Temporal.PlainDateTime;

/** @returns undefined after reporting a problem */
function windowOf(
  place: Place,
  value: { readonly from: Local; readonly until: Local },
  timeZone: string,
): Pick<Maintenance, 'from' | 'until'> | undefined {
  const from = instantOf(place, 'from', value.from, timeZone);
  const until = instantOf(place, 'until', value.until, timeZone);
  if (from === undefined || until === undefined) return undefined;
  if (isBefore(from, until)) return { from, until };
  const { reading, file, path, reported } = place;
  if (!reported.has('order')) {
    reported.add('order');
    reading.problems.error(file.at([...path, 'until']), {
      code: 'MAIN002',
      message: 'this maintenance ends before it starts',
      value: file.raw([...path, 'until']),
      wayOut: 'write a later end: a date includes the whole day, a clock time is the first moment after it',
    });
  }
  return undefined;
}

function instantOf(
  { reading, file, path, reported }: Place,
  key: 'from' | 'until',
  local: Local,
  timeZone: string,
): Temporal.Instant | undefined {
  if (local instanceof Temporal.PlainDate) {
    return (key === 'until' ? local.add({ days: 1 }) : local).toZonedDateTime(timeZone).toInstant();
  }
  const skipped = skippedText(local, timeZone);
  if (skipped === undefined)
    return local.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toInstant();
  if (!reported.has(key)) {
    reported.add(key);
    reading.problems.error(file.at([...path, key]), {
      code: 'MAIN003',
      message: skipped,
      value: local.toString({ smallestUnit: 'minute' }),
      wayOut: 'write the time to which the clocks go forward',
    });
  }
  return undefined;
}

/** Reports the later of two windows of a pipeline that overlap. */
function refuseTwoAtOnce(reading: Reading, id: string, windows: readonly Maintenance[]): void {
  windows.forEach((window, index) => {
    const other = windows.slice(0, index).find((each) => overlap(each, window));
    if (other === undefined) return;
    reading.problems.error(window.source, {
      code: 'MAIN004',
      message: `overlaps another maintenance of this pipeline, on line ${other.source.line}`,
      value: id,
      wayOut: 'write one entry from the first beginning to the last end',
    });
  });
}
