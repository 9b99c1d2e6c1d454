import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../catalog';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { OwnFolder } from '../../cli/ownFolder';
import { type CommonOptions, soundSession } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { horizonOf } from '../../roster';
import { counted } from '../../text/counted';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import { type Feed, type FeedKind, feedPath } from './feed';
import { FEEDS_FOLDER } from './feedsFolder';
import { feedsOf } from './feedsOf';
import { type EventTexts, feedText } from './feedText';

// `site` publishes the same folder.
export { FEEDS_FOLDER } from './feedsFolder';

/** Options of `watchbill calendar`. `--as-of`, which stamps the events, is now by default. */
export interface CalendarOptions extends CommonOptions {
  /** Id of a person: only their feed. @default - all feeds */
  readonly person?: string;
  /** The folder for the feeds. */
  readonly out: string;
}

const NOUNS: Readonly<Record<FeedKind, string>> = {
  people: 'person',
  rotations: 'rotation',
  pipelines: 'pipeline',
};

/**
 * `watchbill calendar`: writes iCalendar feeds, one per person, rotation and pipeline.
 * @throws UsageError if the folder contains anything else, or cannot be written
 */
export function calendar(options: CalendarOptions, io: Io): number {
  const session = soundSession(options, io, { unsaid: 'now', undone: 'nothing was written' });
  const { catalog, asOf } = session;
  const { timeZone } = catalog.organization;
  const feeds = chosen(feedsOf(catalog, asOf), options, catalog);
  const files = filesOf(feeds, catalog, asOf);
  const removed = writeFeeds(files, options);

  const until = horizonOf(asOf, catalog.organization);
  if (options.json === true) {
    io.out(
      jsonText({
        asOf: instantJson(asOf, timeZone),
        until: instantJson(until, timeZone),
        timeZone,
        out: options.out,
        feeds: feeds.map((feed) => ({
          file: feedPath(feed),
          kind: NOUNS[feed.kind],
          id: feed.id,
          events: feed.events.length,
        })),
        removed,
      }),
    );
    return EXIT.clean;
  }
  const rows = feeds.map((feed) => [feedPath(feed), String(feed.events.length)]);
  const removals = removed.map((file) => `${file} removed\n`);
  io.out(
    `${tableText(['feed', 'shifts'], rows)}${removals.join('')}${wrapped(`${counted(feeds.length, 'feed')} written to ${options.out}, planned until ${timeText(until, timeZone)} (${timeZone})`)}`,
  );
  return EXIT.clean;
}

/**
 * All feeds as files, by their path below the folder of all feeds.
 * @param asOf stamps the events
 */
export function feedFiles(catalog: Catalog, asOf: Temporal.Instant): ReadonlyMap<string, string> {
  return filesOf(feedsOf(catalog, asOf), catalog, asOf);
}

function filesOf(
  feeds: readonly Feed[],
  { organization: { timeZone } }: Catalog,
  asOf: Temporal.Instant,
): ReadonlyMap<string, string> {
  const texts: EventTexts = new Map();
  return new Map(feeds.map((feed) => [feedPath(feed), feedText(feed, { asOf, timeZone }, texts)]));
}

function chosen(feeds: readonly Feed[], { person }: CalendarOptions, catalog: Catalog): readonly Feed[] {
  if (person === undefined) return feeds;
  const { id } = findById('person', catalog.people, person);
  return feeds.filter((feed) => feed.kind === 'people' && feed.id === id);
}

/** @returns the removed feeds: those of people, rotations and pipelines that no longer exist */
function writeFeeds(files: ReadonlyMap<string, string>, { out, person }: CalendarOptions): readonly string[] {
  const folder = new OwnFolder(out, FEEDS_FOLDER);
  if (person !== undefined) {
    for (const [file, text] of files) folder.put(file, text);
    return [];
  }
  folder.replace(files);
  return folder.present.filter((file) => !files.has(file));
}
