import { feedFiles } from '../calendar/calendar';
import { type Page, pageText } from './html/page';
import { loadPage } from './pages/load';
import { nowPage } from './pages/now';
import { otherPage } from './pages/other';
import { personPage } from './pages/person';
import { pipelinePage } from './pages/pipeline';
import { rosterPage } from './pages/roster';
import { rotationPage } from './pages/rotation';
import { timelineFiles } from './parts/timeline';
import type { SiteView } from './view';

/** Files by their path below the site's folder: the same text for the same view. */
export type SiteFiles = ReadonlyMap<string, string>;

/** The most bytes of a page, so that a phone on a train can load it. */
const MOST_BYTES = 150_000;

/** The whole site. */
export function siteFiles(planned: SiteView): SiteFiles {
  const view = fitting(planned);
  const { pipelines, people } = view.catalog;
  const isSplit = view.rosterForm === 'pages';
  const pages: readonly Page[] = [
    nowPage(view),
    rosterPage(view),
    ...(isSplit ? [loadPage(view), ...view.rotations.map((each) => rotationPage(each, view))] : []),
    ...pipelines.map((pipeline) => pipelinePage(pipeline, view)),
    ...people.map((person) => personPage(person, view)),
    ...view.others.map((page) => otherPage(page, view)),
  ];
  // Stamped with the moment, so that calendars replace events of an earlier run.
  const feeds = [...feedFiles(view.catalog, view.at)];
  return new Map([
    ...pages.map((page): [string, string] => [page.path, pageText(page, view)]),
    ...(view.rosterForm === 'whole' ? [] : timelineFiles(view)),
    ...feeds.map(([file, text]): [string, string] => [`calendars/${file}`, text]),
  ]);
}

/** Puts the roster on one page if that is small enough. */
function fitting(view: SiteView): SiteView {
  const forms = (['whole', 'pictureApart'] as const).map((rosterForm) => ({ ...view, rosterForm }));
  const fits = (each: SiteView) => Buffer.byteLength(pageText(rosterPage(each), each)) <= MOST_BYTES;
  return forms.find(fits) ?? { ...view, rosterForm: 'pages' };
}
