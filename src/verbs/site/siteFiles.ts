import { feedFiles } from '../calendar/calendar';
import { type Page, pageText } from './html/page';
import { nowPage } from './pages/now';
import { otherPage } from './pages/other';
import { personPage } from './pages/person';
import { pipelinePage } from './pages/pipeline';
import { rosterPage } from './pages/roster';
import type { SiteView } from './view';

/** Files by their path below the site's folder: the same text for the same view. */
export type SiteFiles = ReadonlyMap<string, string>;

/** The whole site. */
export function siteFiles(view: SiteView): SiteFiles {
  const { pipelines, people } = view.catalog;
  const pages: readonly Page[] = [
    nowPage(view),
    rosterPage(view),
    ...pipelines.map((pipeline) => pipelinePage(pipeline, view)),
    ...people.map((person) => personPage(person, view)),
    ...view.others.map((page) => otherPage(page, view)),
  ];
  // Stamped with the moment, so that a later run replaces what calendars have of an earlier one.
  const feeds = [...feedFiles(view.catalog, view.at)];
  return new Map([
    ...pages.map((page): [string, string] => [page.path, pageText(page, view)]),
    ...feeds.map(([file, text]): [string, string] => [`calendars/${file}`, text]),
  ]);
}
