import type * as z from 'zod';
import type { NamedOffice, Office } from '../model/office';
import { office as officeSchema } from '../schema/office';
import { isUnknown, type Known, reportUnknown } from './known';
import type { Calendars } from './readHolidays';
import type { Reading } from './reading';
import { checkOfficeHours, checkRestDays, restDaysOf, weekOf } from './workTimes';
import type { YamlFile } from './yamlFile';

type Given = Readonly<Record<string, z.output<typeof officeSchema>>>;

/** Reads the offices of `organization.yaml`; keys that one leaves out are the organization's. */
export function readOffices(
  reading: Reading,
  file: YamlFile,
  read: Given | undefined,
  own: Partial<Omit<Office, 'id' | 'name'>>,
  calendars: Calendars,
): Known<NamedOffice> {
  if (file.raw(['offices']) === undefined) {
    checkUnusedCalendars(reading, [], calendars);
    return new Map();
  }
  const entries = file.mapEntries(officeSchema, ['offices'], read);
  if (entries === undefined) return undefined;
  const offices = new Map<string, NamedOffice | undefined>();
  for (const [id, { path, value }] of entries) {
    offices.set(id, undefined);
    if (value === undefined) continue;
    checkOfficeHours(reading, file, path);
    checkRestDays(reading, file, path, { workingWeek: own.workingWeek, restDays: own.restDays });
    checkCalendar(reading, file, id, value.holidays, calendars);
    const {
      name,
      timeZone = own.timeZone,
      workingWeek = own.workingWeek,
      officeHours = own.officeHours,
    } = value;
    const restDays = value.restDay === undefined ? own.restDays : weekOf(restDaysOf(value.restDay));
    const calendar = calendarOf(value.holidays, own, calendars);
    if (!timeZone || !workingWeek || !restDays || !officeHours || !calendar) continue;
    offices.set(id, {
      id,
      name,
      timeZone,
      workingWeek: weekOf(workingWeek),
      restDays,
      officeHours,
      calendar,
      source: file.keyAt(path),
    });
  }
  checkUnusedCalendars(reading, [...entries.values()], calendars);
  return offices;
}

function calendarOf(
  id: string | undefined,
  own: Partial<Office>,
  { named }: Calendars,
): Office['calendar'] | undefined {
  if (id === undefined) return own.calendar;
  const calendar = named.get(id);
  return calendar && { id, holidays: calendar.holidays, years: calendar.years };
}

function checkCalendar(
  reading: Reading,
  file: YamlFile,
  office: string,
  id: string | undefined,
  { named }: Calendars,
): void {
  if (id === undefined || named.has(id)) return;
  reading.problems.error(file.at(['offices', office, 'holidays']), {
    code: 'OFFI002',
    message: `no holiday files in holidays/${id}`,
    value: id,
    wayOut: `create holidays/${id}/YYYY.yaml for each year of the roster, or remove the key to share holidays/YYYY.yaml`,
  });
}

/** Warns of a calendar that no office uses: it has no effect, which is unlikely to be intended. */
function checkUnusedCalendars(
  reading: Reading,
  entries: readonly { readonly value: z.output<typeof officeSchema> | undefined }[],
  { named }: Calendars,
): void {
  if (entries.some(({ value }) => value === undefined)) return;
  const used = new Set(entries.map(({ value }) => value?.holidays));
  for (const id of named.keys()) {
    if (used.has(id)) continue;
    reading.problems.warning(reading.at(`holidays/${id}`), {
      code: 'OFFI003',
      message: `no office uses the holiday files in holidays/${id}`,
      value: id,
      wayOut: `add holidays: ${id} to an office, or remove the folder`,
    });
  }
}

/** The office with an id; reports an unknown one (OFFI001). */
export function namedOffice(
  reading: Reading,
  file: YamlFile,
  path: readonly (string | number)[],
  id: string | undefined,
  offices: Known<NamedOffice>,
): NamedOffice | undefined {
  if (id === undefined) return undefined;
  if (isUnknown(id, offices)) {
    const reference = { code: 'OFFI001', id, noun: 'office', nouns: 'offices' } as const;
    reportUnknown(reading.problems, file.at([...path]), reference, offices);
  }
  return offices?.get(id);
}
