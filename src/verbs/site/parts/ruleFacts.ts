import type { MonitorDefinition } from '../../../alerts';
import { channelsOf } from '../../../alerts/channels';
import { type AlertRule, type Catalog, isHeld, type Pipeline, urgencyOf } from '../../../catalog';
import { type Html, html, type Part } from '../html/html';

/** What is deployed for a rule: its bound and query, one for each monitor, and how it is told. */
export function ruleFacts(
  rule: AlertRule,
  monitors: readonly MonitorDefinition[],
  {
    pipeline,
    catalog,
    root,
  }: { readonly pipeline: Pipeline; readonly catalog: Catalog; readonly root: string },
): Html {
  const failureClass = catalog.failureClassesPage
    ? html`<a href="${root}pages/failure-classes.html#${rule.failureClass}">${rule.failureClass}</a>`
    : rule.failureClass;
  const channels = channelsOf(pipeline, catalog.organization);
  return html`<details><summary>Rule and deployed query</summary>
<dl class="rule">
${fact('Kind', rule.kind)}${fact('Failure class', failureClass)}${pipeline.coverage === 'on-call' && [fact('Urgency', urgencyOf(pipeline, rule)), isHeld(pipeline, rule) && fact('Hold', 'waits for office hours')]}${channels.length > 0 && fact('Also told', channels.join(', '))}${rule.priority !== undefined && fact('Priority', `${rule.priority} of 5`)}${monitors.map(
  ({ query, criticalText, path }) =>
    html`${fact(label('Bound', path), criticalText)}${fact(label('Query', path), html`<code>${query}</code>`)}`,
)}</dl></details>`;

  function label(word: string, path: readonly string[]): string {
    return monitors.length > 1 ? `${word}, ${path.slice(1).join(' ')}` : word;
  }
}

function fact(name: string, value: Part): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`;
}
