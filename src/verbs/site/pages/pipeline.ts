import { type MonitorDefinition, monitorsOf } from '../../../alerts';
import { type AlertRule, officeOf, type Pipeline } from '../../../catalog';
import type { Heading } from '../../../catalog/markdown/parseMarkdown';
import { type Html, html, type Part } from '../html/html';
import { type Page, rootOf } from '../html/page';
import { calendarPart } from '../parts/calendar';
import { dutyPart, rotationsOf } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { ladderPart } from '../parts/ladder';
import { liveData } from '../parts/liveData';
import { nameText } from '../parts/names';
import { ownerPart } from '../parts/owners';
import { ruleFacts } from '../parts/ruleFacts';
import { ruleSentence } from '../parts/ruleWords';
import { RunbookRenderer } from '../runbook/sections';
import { runbookOf } from '../runbook/sitePages';
import type { SiteView } from '../view';

/** Where the alerts and the escalation are in a runbook; what else it has follows in its own order. */
const ALERTS = 'monitoring-alerts';
const ESCALATION = 'escalation';
const FAILURES = 'common-failures';

/** What somebody needs who follows a monitor's link at 3:00: the alert, its steps, who else is called, then the rest of the runbook. */
export function pipelinePage(pipeline: Pipeline, view: SiteView): Page {
  const path = `pipelines/${pipeline.id}.html`;
  const root = rootOf(path);
  const rotations = rotationsOf(pipeline, view);
  const calendar = `calendars/pipelines/${pipeline.id}.ics`;
  const isOnCall = pipeline.coverage === 'on-call';
  const alerts = pipeline.runbook?.alerts ?? [];
  return {
    path,
    title: pipeline.name,
    data: liveData(rotations, view, root),
    calendars: rotations.length === 0 ? [] : [calendar],
    body: html`<h1>${nameText(pipeline.name)}</h1>
${freshnessPart(view, root)}
${isOnCall ? rotations.map((each) => dutyPart(each, view, root)) : officeHoursPart(pipeline, view)}
${
  alerts.length > 0 &&
  html`<nav class="jump" aria-label="Alerts"><span class="label">Alerts</span> ${alerts.map(
    ({ id, section }) => html`<a href="#${id}">${nameText(section.title)}</a> `,
  )}</nav>`
}
${bookPart(pipeline, view, root)}
<h2 id=":owners">Owners</h2>
<dl class="rule"><div><dt>Primary</dt><dd>${ownerPart(pipeline.primary, root, view.contacts)}</dd></div>
<div><dt>Secondary</dt><dd>${ownerPart(pipeline.secondary, root, view.contacts)}</dd></div></dl>
${rotations.length > 0 && calendarPart(calendar, root)}`,
  };
}

function officeHoursPart(pipeline: Pipeline, { catalog }: SiteView): Html {
  const { officeHours, timeZone } = officeOf(catalog, pipeline);
  const [from, until] = [officeHours.from, officeHours.until].map((time) =>
    time.toString({ smallestUnit: 'minute' }),
  );
  return html`<p>Nobody is paged. Both owners get a mail in office hours, ${from} to ${until} (${timeZone}).</p>`;
}

/** The runbook: alerts first, then whom else to call, then what it is about. */
function bookPart(pipeline: Pipeline, view: SiteView, root: string): Part {
  const ladder = pipeline.coverage === 'on-call' && ladderPart(pipeline, view, root);
  const page = runbookOf(pipeline, view.pages);
  if (page === undefined) {
    return ladder && html`<h2 id=":escalation">Escalation</h2>\n${ladder}`;
  }
  const alerts = pipeline.runbook?.alerts ?? [];
  const sections = page.headings.filter(({ depth }) => depth === 2);
  const taken = [...alerts.map(({ id }) => id), ...sections.map(({ slug }) => slug)];
  const renderer = new RunbookRenderer(page, { pages: view.pages, catalog: view.catalog, root, taken });
  const monitors = monitorsOf(pipeline, view.catalog.organization, view.catalog);
  const order = [ALERTS, ESCALATION, FAILURES];
  const sorted = [
    ...order.flatMap((slug) => sections.filter((section) => section.slug === slug)),
    ...sections.filter(({ slug }) => !order.includes(slug)),
  ];
  return sorted.map((section) => {
    const title = html`<h2 id="${section.slug}">${nameText(section.text)}</h2>\n`;
    if (section.slug === ALERTS) return [title, alertsPart(section)];
    const content = renderer.blocks(section.content);
    return section.slug === ESCALATION ? [title, ladder, content] : [title, content];
  });

  function alertsPart({ content }: Heading): Part {
    const first = content.findIndex(({ type }) => type === 'heading');
    const intro = renderer.blocks(first < 0 ? content : content.slice(0, first));
    return [alerts.map((rule) => alertPart(rule)), intro];
  }

  function alertPart(rule: AlertRule): Html {
    const heading = page?.headings.find(({ slug }) => slug === rule.section.slug);
    const own: readonly MonitorDefinition[] = monitors.filter(({ alert }) => alert === rule.id);
    return html`<section id="${rule.id}" class="alert" aria-label="${rule.section.title}">
<h3>${nameText(rule.section.title)}</h3>
<p class="note">${ruleSentence(rule)}</p>
${heading !== undefined && renderer.alert(heading)}
${ruleFacts(rule, own, { catalog: view.catalog, root })}
</section>
`;
  }
}
