import { type MonitorDefinition, monitorsOf } from '../../../alerts';
import { type AlertRule, officeOf, type Pipeline } from '../../../catalog';
import type { Heading } from '../../../catalog/markdown/parseMarkdown';
import { PICTURE_STYLE } from '../../../pictures';
import { type Html, html, type Part } from '../html/html';
import { type Page, rootOf } from '../html/page';
import { calendarPart } from '../parts/calendar';
import { dutiesPart, rotationsOf } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { ladderPart } from '../parts/ladder';
import { liveData } from '../parts/liveData';
import { mutePart } from '../parts/mute';
import { nameText } from '../parts/names';
import { nightPart } from '../parts/night';
import { ownerPart } from '../parts/owners';
import { ruleFacts } from '../parts/ruleFacts';
import { ruleSentence } from '../parts/ruleWords';
import { RunbookRenderer } from '../runbook/sections';
import { runbookOf } from '../runbook/sitePages';
import type { SiteView } from '../view';

/** Anchors of the alerts and the escalation in a runbook; its other sections follow in their own order. */
const ALERTS = 'monitoring-alerts';
const ESCALATION = 'escalation';
const FAILURES = 'common-failures';

/**
 * The page for somebody who follows a monitor's link at 3:00: the alert, its steps, who else is paged,
 * then the rest of the runbook.
 */
export function pipelinePage(pipeline: Pipeline, view: SiteView): Page {
  const path = `pipelines/${pipeline.id}.html`;
  const root = rootOf(path);
  const rotations = rotationsOf(pipeline, view);
  const calendar = `calendars/pipelines/${pipeline.id}.ics`;
  const isOnCall = pipeline.coverage === 'on-call';
  const alerts = pipeline.runbook?.alerts ?? [];
  const book = bookPart(pipeline, view, root);
  return {
    path,
    title: pipeline.name,
    style: PICTURE_STYLE,
    data: liveData(rotations, view, root),
    calendars: rotations.length === 0 ? [] : [calendar],
    body: html`<h1>${nameText(pipeline.name)}</h1>
${freshnessPart(view, root)}
<div class="pipeline">
<div class="head">${isOnCall ? dutiesPart(rotations, view, root) : officeHoursPart(pipeline, view)}
${mutePart(pipeline, view)}${
  alerts.length > 0 &&
  html`<nav class="jump" aria-label="On this page"><span class="label">Alerts</span> ${alerts.map(
    ({ id, section }) => html`<a href="#${id}">${nameText(section.title)}</a> `,
  )}<a class="more" href="#:whom">Whom else to call</a></nav>`
}
</div>
${book.alerts !== undefined && html`<div class="alerts-part">${book.alerts}</div>`}
<div class="side" id=":whom">${book.escalation}
<h2 id=":owners">Owners</h2>
<dl class="rule"><div><dt>Primary</dt><dd>${ownerPart(pipeline.primary, view, root)}</dd></div>
<div><dt>Secondary</dt><dd>${ownerPart(pipeline.secondary, view, root)}</dd></div></dl>
${rotations.length > 0 && calendarPart(calendar, view, root)}</div>
${book.rest !== undefined && html`<div class="rest">${book.rest}</div>`}
</div>`,
  };
}

function officeHoursPart(pipeline: Pipeline, { catalog }: SiteView): Html {
  const { officeHours, timeZone } = officeOf(catalog, pipeline);
  const [from, until] = [officeHours.from, officeHours.until].map((time) =>
    time.toString({ smallestUnit: 'minute' }),
  );
  return html`<p>Nobody is paged. Both owners get a mail in office hours, ${from} to ${until} (${timeZone}).</p>`;
}

/** A runbook in the order in which it is needed. */
interface Book {
  /** What to do. */
  readonly alerts?: Part;
  /** Who else is paged. */
  readonly escalation: Part;
  /** What it is about. */
  readonly rest?: Part;
}

function bookPart(pipeline: Pipeline, view: SiteView, root: string): Book {
  const ladder = pipeline.coverage === 'on-call' && ladderPart(pipeline, view, root);
  const page = runbookOf(pipeline, view.pages);
  if (page === undefined) {
    return { escalation: ladder && html`<h2 id=":escalation">Escalation</h2>\n${ladder}` };
  }
  const alerts = pipeline.runbook?.alerts ?? [];
  const sections = page.headings.filter(({ depth }) => depth === 2);
  const taken = [...alerts.map(({ id }) => id), ...sections.map(({ slug }) => slug)];
  const renderer = new RunbookRenderer(page, { pages: view.pages, catalog: view.catalog, root, taken });
  const monitors = monitorsOf(pipeline, view.catalog.organization, view.catalog);
  const named = (slug: string) => sections.filter((section) => section.slug === slug);
  const others = sections.filter(({ slug }) => ![ALERTS, ESCALATION, FAILURES].includes(slug));
  const isElsewhere = pipeline.runbook?.link !== undefined;
  return {
    // A runbook that is a page elsewhere has no headings here.
    alerts:
      isElsewhere && named(ALERTS).length === 0
        ? [html`<h2 id=":alerts">Alerts</h2>\n`, alerts.map((rule) => alertPart(rule))]
        : named(ALERTS).map((section) => [titlePart(section), alertsPart(section)]),
    escalation:
      isElsewhere && named(ESCALATION).length === 0
        ? ladder && html`<h2 id=":escalation">Escalation</h2>\n${ladder}`
        : named(ESCALATION).map((section) => [titlePart(section), ladder, renderer.blocks(section.content)]),
    rest: [
      renderer.intro(),
      [...named(FAILURES), ...others].map((section) => [
        titlePart(section),
        renderer.blocks(section.content),
      ]),
    ],
  };

  function alertsPart({ content }: Heading): Part {
    const first = content.findIndex(({ type }) => type === 'heading');
    const intro = renderer.blocks(first < 0 ? content : content.slice(0, first));
    return [alerts.map((rule) => alertPart(rule)), intro];
  }

  function alertPart(rule: AlertRule): Html {
    const heading = page?.headings.find(({ slug }) => slug === rule.section.slug);
    const elsewhere = rule.runbook ?? pipeline.runbook?.link;
    const own: readonly MonitorDefinition[] = monitors.filter(({ alert }) => alert === rule.id);
    return html`<section id="${rule.id}" class="alert" aria-label="${rule.section.title}">
<h3>${nameText(rule.section.title)}</h3>
<p class="note">${ruleSentence(rule)}</p>
${elsewhere !== undefined && html`<p><a href="${elsewhere}">What to do: ${elsewhere}</a></p>`}
${heading !== undefined && renderer.alert(heading)}
${nightPart(pipeline, rule, view)}
${ruleFacts(rule, own, { pipeline, catalog: view.catalog, root })}
</section>
`;
  }
}

function titlePart({ slug, text }: Heading): Html {
  return html`<h2 id="${slug}">${nameText(text)}</h2>\n`;
}
