import { Temporal } from 'temporal-polyfill';
import { type Catalog, type DataFiles, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { XYZ_TECH } from '../xyzTech';

export { usersOf } from '../../src/verbs/sandbox/sandbox';

const ZONE = 'Asia/Kuala_Lumpur';

/**
 * The day that is planned from. It is today: the provider compares layers with the
 * machine's clock, whatever the sandbox's says.
 */
export const TODAY = Temporal.Now.zonedDateTimeISO(ZONE).startOfDay();

/** The instant that a deploy is as of: what ended or began earlier today is refused, as the sandbox's clock is the machine's. */
export function presentSecond(): Temporal.Instant {
  return Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'trunc' });
}

/** The Monday, 09:00, at which the next turn but so many begins. */
export function handOff(turnsAhead: number): Temporal.ZonedDateTime {
  const monday = TODAY.add({ days: 8 - TODAY.dayOfWeek + 7 * turnsAhead });
  return monday.withPlainTime('09:00');
}

/**
 * XYZ Tech's data, with its two years of holidays moved to this year and the next,
 * and one leave, so that the plans of every day have the same shape.
 */
export function xyzTech(): DataFiles {
  const files = ofThisYear(readDataDirectory(XYZ_TECH));
  // Nobody takes a holiday off, or the covers would be other ones every week.
  const people = edited(files, 'organization.yaml', (text) => text.replace(/, observes: \[[^\]]*\]/g, ''));
  return edited(people, 'leave.yaml', () => '[]\n');
}

/** Data with its two years of holidays, 2026 and 2027, moved to this year and the next. */
export function ofThisYear(given: DataFiles): DataFiles {
  const files = new Map(given);
  const paths = [...given.keys()].filter((path) => /^holidays\/.*\d{4}\.yaml$/.test(path));
  for (const path of paths.sort().reverse()) {
    const year = Number(path.slice(-9, -5));
    const moved = year - 2026 + TODAY.year;
    const text = textOf(files, path).replaceAll(`date: ${year}-`, `date: ${moved}-`);
    files.delete(path);
    files.set(path.replace(`${year}.yaml`, `${moved}.yaml`), bytes(text));
  }
  return files;
}

/** Data with one file changed; the change has to be one. */
export function edited(files: DataFiles, name: string, change: (text: string) => string): DataFiles {
  const before = textOf(files, name);
  const after = change(before);
  if (after === before) throw new Error(`${name} is as it was`);
  return new Map([...files, [name, bytes(after)]]);
}

export function catalogOf(files: DataFiles): Catalog {
  return loadCatalogOrThrow(files, 'data');
}

function textOf(files: DataFiles, name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  return new TextDecoder().decode(file);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
