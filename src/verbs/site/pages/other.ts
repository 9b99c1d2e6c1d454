import { html } from '../html/html';
import { type Page, rootOf } from '../html/page';
import { RunbookRenderer } from '../runbook/sections';
import type { RunbookPage } from '../runbook/sitePages';
import type { SiteView } from '../view';

/** A page of the runbooks folder that belongs to no pipeline, such as the failure classes. */
export function otherPage(page: RunbookPage, view: SiteView): Page {
  const { path, title } = page;
  const setting = { pages: view.pages, catalog: view.catalog, root: rootOf(path), taken: [] };
  const hasTitle = page.headings.some(({ depth }) => depth === 1);
  return {
    path,
    title,
    body: html`${!hasTitle && html`<h1>${title}</h1>`}<div class="prose">${new RunbookRenderer(page, setting).whole()}</div>`,
  };
}
