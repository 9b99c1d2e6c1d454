import { readApprovedPlan } from '../../src/verbs/deploy/expected/approvedPlan';
import { addressText, planText } from '../../src/verbs/deploy/plan/planText';
import { ACTIONS } from '../../src/verbs/deploy/plan/stackPlan';
import type { SummarizedStack } from '../../src/verbs/deploy/plan/summary';
import { fenced, folded } from './markdown';

const TITLE = '### What a deploy would change';

/** The plan of a file as Markdown: counts, then people, dates and thresholds, and the addresses folded. */
export function planMarkdownOf(path: string): string {
  return planMarkdown(readApprovedPlan(path).stacks ?? []);
}

/** The plans of all stacks as Markdown. */
export function planMarkdown(stacks: readonly SummarizedStack[]): string {
  const changed = stacks.filter(({ changes, imports }) => changes.length + imports.length > 0);
  if (changed.length === 0) return `${TITLE}\n\nNothing: everything is deployed as planned.\n`;
  const columns = [...ACTIONS, 'import'];
  const rows = stacks.map(({ stack, changes, imports }) => {
    const counts = ACTIONS.map((action) => changes.filter((each) => each.action === action).length);
    return `| ${[stack, ...counts, imports.length].join(' | ')} |`;
  });
  const table = [`| stack | ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length + 1)}`, ...rows];
  const words = fenced(changed.map((each) => planText(each, false)).join(''));
  const addresses = changed.map((each) => folded(each.stack, fenced(addressText(each))));
  return `${[TITLE, table.join('\n'), words, ...addresses].join('\n\n')}\n`;
}
