import type { Catalog } from '../../src/catalog';
import { readTerraformJson } from '../../src/deployment';
import { readQuery } from '../../src/rehearsal';
import { monitors, onCall } from '../stacks/xyzTech';

/** A series as monitors name it: the metric, and its tags sorted. */
export function seriesText(metric: string, tags: readonly string[]): string {
  return `${metric}{${[...tags].sort().join(',')}}`;
}

/** The series that the deployed monitors read, each once, sorted. */
export function seriesRead(catalog: Catalog): string[] {
  const deployment = readTerraformJson([onCall(catalog), monitors(catalog)]);
  const read = deployment.monitors.flatMap((monitor) =>
    readQuery(monitor).series.map(({ metric, tags }) => seriesText(metric, tags)),
  );
  return [...new Set(read)].sort();
}
