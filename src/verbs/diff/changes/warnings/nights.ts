import { isHeld, pagingWords, urgencyOf } from '../../../../catalog';
import { listText } from '../../../../time/localTime';
import { type Comparison, idsOf } from '../comparison';
import type { Warning } from '../diff';
import { type OwnedRule, rulesOf } from '../rules';

/**
 * Rules of pipelines that stay on call and wake nobody at night any more, because they wait for
 * office hours or are of low urgency (DIFF015), and those that now wake people (DIFF016).
 */
export function nightWarnings({ before, after }: Comparison): Warning[] {
  return idsOf(after.catalog.pipelines, before.catalog.pipelines).flatMap((id): Warning[] => {
    const [old, present] = [rulesOf(before.catalog, id), rulesOf(after.catalog, id)];
    const changed = present.filter(({ pipeline, rule }) => {
      const was = old.find((each) => each.rule.id === rule.id);
      return (
        was?.pipeline.coverage === 'on-call' &&
        pipeline.coverage === 'on-call' &&
        wakes(was) !== wakes({ pipeline, rule })
      );
    });
    const quiet = changed.filter((each) => !wakes(each));
    const loud = changed.filter(wakes);
    return [
      ...(quiet.length === 0
        ? []
        : [
            {
              code: 'DIFF015' as const,
              message: `${titles(quiet)} ${quiet.length === 1 ? 'wakes' : 'wake'} nobody at night any more: ${reasons(quiet)}`,
            },
          ]),
      ...(loud.length === 0
        ? []
        : [
            {
              code: 'DIFF016' as const,
              message: `${titles(loud)} now ${loud.length === 1 ? 'wakes' : 'wake'} people at night`,
            },
          ]),
    ];
  });
}

/** Whether a rule pages at any hour, by people's high-urgency rules. */
function wakes({ pipeline, rule }: OwnedRule): boolean {
  return urgencyOf(pipeline, rule) === 'high' && !isHeld(pipeline, rule);
}

function titles(rules: readonly OwnedRule[]): string {
  const of = rules[0]?.pipeline.name ?? '';
  return `${listText(rules.map(({ rule }) => `"${rule.section.title}"`))} of "${of}"`;
}

function reasons(rules: readonly OwnedRule[]): string {
  return [...new Set(rules.map(({ pipeline, rule }) => pagingWords(pipeline, rule)))].join('; ');
}
