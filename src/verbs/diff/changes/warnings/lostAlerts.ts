import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { rulesOf } from '../rules';

/** Remaining pipelines that lose their last alert (DIFF005). */
export function lostAlertWarnings({ before, after }: Comparison): Warning[] {
  return after.catalog.pipelines.flatMap(({ id, name }): Warning[] => {
    const lost = rulesOf(before.catalog, id);
    if (lost.length === 0 || rulesOf(after.catalog, id).length > 0) return [];
    const ids = lost.map(({ rule }) => rule.id).join(', ');
    const what = lost.length === 1 ? `its only alert (${ids})` : `all of its alerts (${ids})`;
    return [{ code: 'DIFF005', message: `"${name}" loses ${what}: nobody will learn of a failure` }];
  });
}
