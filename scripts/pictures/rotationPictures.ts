import { escalationLadder, rosterTimeline } from '../../src/pictures';
import { parseInstant, type Span } from '../../src/roster';
import { catalogWith, type RotationBlocks, rotationBlocks } from './rotationBlocks';
import { timelineOf } from './timelineOf';

/** Narrow, so that text is still readable where GitHub shrinks the picture to a phone. */
const WIDTH = 480;

/** What a picture shows. */
interface Shape {
  /** The headings in docs/rotations.md whose blocks it draws. */
  readonly headings: readonly string[];
  /** First and last local day, the last excluded. */
  readonly days: readonly [from: string, until: string];
}

const WEEK = ['2026-11-02', '2026-11-09'] as const;

/** Pictures by the end of their names. */
const SHAPES: Readonly<Record<string, Shape>> = {
  weekly: { headings: ['A week each'], days: ['2026-11-30', '2026-12-28'] },
  daily: { headings: ['A day each'], days: ['2026-12-14', '2026-12-21'] },
  backup: { headings: ['A primary and a backup'], days: ['2026-11-30', '2026-12-28'] },
  'follow-the-sun': { headings: ['Follow the sun'], days: ['2026-11-03', '2026-11-05'] },
  'business-hours': { headings: ['Business hours'], days: WEEK },
  nights: { headings: ['Nights'], days: WEEK },
  weekends: { headings: ['Weekends'], days: WEEK },
  'whole-week': { headings: ['Business hours', 'Nights', 'Weekends'], days: WEEK },
  swap: { headings: ['An agreed swap'], days: ['2026-12-14', '2026-12-28'] },
  join: { headings: ['Somebody joins'], days: ['2026-11-30', '2027-01-18'] },
  leave: { headings: ['Somebody leaves'], days: ['2026-11-23', '2026-12-28'] },
  'weeks-to-days': { headings: ['From weeks to days'], days: ['2026-11-30', '2026-12-14'] },
  'hand-off': { headings: ['To another hand-off'], days: ['2026-11-23', '2026-12-23'] },
  split: { headings: ['From one rotation to days and nights'], days: ['2026-12-02', '2026-12-12'] },
};

/** The pictures of docs/rotations.md by their file names, drawn from the page's own blocks. */
export function rotationPictures(): ReadonlyMap<string, string> {
  const blocks = rotationBlocks();
  const pictures = Object.entries(SHAPES).map(
    ([name, shape]) => [`rotation-${name}.svg`, draw(shape, blocks)] as const,
  );
  return new Map([...pictures, ['rotation-backup-ladder.svg', ladder(blocks)]]);
}

/** The blocks of several sections in one. */
export function joinedBlocks(
  blocks: ReadonlyMap<string, RotationBlocks>,
  headings: readonly string[],
): RotationBlocks {
  const found = headings.map((heading) => {
    const each = blocks.get(heading);
    if (each === undefined) throw new Error(`docs/rotations.md has no section "${heading}"`);
    return each;
  });
  return {
    rotations: Object.assign({}, ...found.map(({ rotations }) => rotations)),
    organization: Object.assign({}, ...found.map(({ organization }) => organization)),
    leave: found.flatMap(({ leave }) => leave),
  };
}

function draw({ headings, days }: Shape, blocks: ReadonlyMap<string, RotationBlocks>): string {
  const own = joinedBlocks(blocks, headings);
  const catalog = catalogWith(own);
  const window = windowOf(days, catalog.organization.timeZone);
  const shown = Object.keys(own.rotations);
  const title = headings.join(', ');
  return rosterTimeline(timelineOf(catalog, shown, window, title), { width: WIDTH });
}

function windowOf([first, last]: readonly [string, string], timeZone: string): Span {
  const from = parseInstant(first, timeZone);
  const until = parseInstant(last, timeZone);
  if (from === undefined || until === undefined) throw new Error(`not local days: ${first}, ${last}`);
  return { from, until };
}

function ladder(blocks: ReadonlyMap<string, RotationBlocks>): string {
  const { organization, people } = catalogWith(joinedBlocks(blocks, ['A primary and a backup']));
  const { steps, repeat } = organization.escalation;
  return escalationLadder(
    {
      title: 'The escalation of a primary and a backup',
      people,
      steps: steps.map(({ notify, waits }) => ({
        notify: notify.map(({ word }) => ({ name: word })),
        minutes: waits.total('minutes'),
      })),
      repeat,
    },
    { width: WIDTH },
  );
}
