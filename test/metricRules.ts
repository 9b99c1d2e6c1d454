import type { DataFiles } from '../src/catalog';

/**
 * Data whose rules all read what is in Datadog already: every rule keeps its id, its
 * section and its failure class, and no rule reads the ledger.
 * @param keys the kind of each rule, and its own keys, as in a flow map
 */
export function metricRules(
  files: DataFiles,
  keys = 'metric, metric: airflow.dag.lag, above: 3600, unit: seconds',
): DataFiles {
  return new Map(
    [...files].map(([path, bytes]) => {
      const text = Buffer.from(bytes).toString();
      if (!/^runbooks\/.*\.md$/.test(path) || !text.includes('\nalerts:\n')) return [path, bytes];
      const [, head = '', alerts = '', rest = ''] =
        /^([\s\S]*?\nalerts:\n)([\s\S]*?)^(---\n[\s\S]*)$/m.exec(text) ?? [];
      const ids = [...alerts.matchAll(/\bid: ([\w-]+)/g)].map(([, id = '']) => id);
      const rules = ids.map((id) => `  - { id: ${id}, kind: ${keys}, failureClass: data }\n`);
      return [path, Buffer.from(head + rules.join('') + rest)];
    }),
  );
}
