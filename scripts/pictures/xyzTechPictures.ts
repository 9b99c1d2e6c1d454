import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { main } from '../../src/main';
import { nightDrawing, panels, type RehearsedNight, timelineDrawing } from '../../src/pictures';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { timelineOf } from './timelineOf';

const DATA = resolve(__dirname, '../../test/xyz-tech/data');
const AS_OF = '2026-11-23';
const NIGHT = '2026-12-08T03:00';
const ZONE = 'Asia/Kuala_Lumpur';

/** What is read of `rehearse --json`. */
interface Rehearsed {
  readonly begins: string;
  readonly notified: readonly { readonly at: string; readonly name: string }[];
  readonly acknowledgedAt: string;
  readonly repairedAt: string;
  readonly recoversAt: string;
}

/**
 * The pictures of the README by their file names: two weeks of XYZ Tech's roster beside the page
 * of a rehearsed night; the narrow one is for phones.
 */
export async function xyzTechPictures(): Promise<ReadonlyMap<string, string>> {
  const catalog = loadCatalogOrThrow(readDataDirectory(DATA), 'data');
  const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
  const window = { from: at('2026-12-07T00:00'), until: at('2026-12-21T00:00') };
  const rotations = catalog.rotations.map(({ id }) => id);
  const weeks = timelineOf(catalog, rotations, window, 'Spencer is on leave, Choo covers');
  const roster = { ...weeks, today: at(NIGHT), todayText: 'Tue 03:00' };

  const rehearsed = await rehearsal();
  const growth = weeks.offices.flatMap(({ rows }) => rows).find(({ name }) => name === 'Investor growth');
  const nameOf = (id?: string) => catalog.people.find((person) => person.id === id)?.name;
  const pages = rehearsed.notified.map((page, index) => {
    const moment = Temporal.Instant.from(page.at);
    const isPast = (other: Temporal.Instant) => Temporal.Instant.compare(other, moment) <= 0;
    const shift = growth?.shifts.find(({ from, until }) => isPast(from) && !isPast(until));
    const person = catalog.people.find(({ name }) => name === page.name);
    const isCover = person !== undefined && shift?.onDuty === person.id && shift.reason === 'cover';
    return {
      at: moment,
      kind: 'page' as const,
      text: `${index === 0 ? 'alert' : 'not acknowledged'}, page to ${page.name}${isCover ? `, who covers ${nameOf(shift.rostered)}` : ''}`,
      ...(person && { person: person.id }),
    };
  });
  const night: RehearsedNight = {
    title: 'Tuesday, 3:00: a job hangs. Who is paged?',
    timeZone: ZONE,
    people: catalog.people,
    events: [
      { at: Temporal.Instant.from(rehearsed.begins), kind: 'broken', text: 'the run takes too long' },
      ...pages,
      { at: Temporal.Instant.from(rehearsed.acknowledgedAt), kind: 'answered', text: 'acknowledged' },
      { at: Temporal.Instant.from(rehearsed.repairedAt), kind: 'answered', text: 'run finished' },
      { at: Temporal.Instant.from(rehearsed.recoversAt), kind: 'recovered', text: 'resolved' },
    ],
  };
  const draw = (widths: readonly [number, number], isBeside: boolean) =>
    panels(
      "Two weeks of XYZ Tech's roster, and a page that climbs its ladder",
      [
        { width: widths[0], draw: (options) => timelineDrawing(roster, options) },
        { width: widths[1], draw: (options) => nightDrawing(night, options) },
      ],
      isBeside,
    );
  return new Map([
    ['xyz-tech.svg', draw([480, 420], true)],
    ['xyz-tech-narrow.svg', draw([400, 400], false)],
  ]);
}

/** What `watchbill rehearse` says of the night. */
async function rehearsal(): Promise<Rehearsed> {
  const [out, err]: [string[], string[]] = [[], []];
  const args = ['rehearse', 'aggregate-growth', 'runs-too-long', '--at', NIGHT, '--json'];
  const code = await main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { WATCHBILL_DATA: DATA, WATCHBILL_AS_OF: AS_OF },
    now: () => Temporal.Instant.from('2026-11-23T03:15:00Z'),
    synthesize: synthesizedStacks,
  });
  const [rule] = code === 0 ? (JSON.parse(out.join('')).rules as Rehearsed[]) : [];
  if (rule === undefined) throw new Error(`the night cannot be rehearsed: ${err.join('')}`);
  return rule;
}
