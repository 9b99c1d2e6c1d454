import type { Catalog, Diagnostic } from '../catalog';
import type { Span } from '../time/span';
import { folderOf, localDays, usedCalendars } from './usedCalendars';

/**
 * Planned years whose holiday file lists no day (HOLI007): it may not have been filled in yet.
 * One diagnostic per file, although offices may share a calendar.
 */
export function emptyYearProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  const data = catalog.organization.source.file.replace(/organization\.yaml$/, '');
  const found = new Map<string, Diagnostic>();
  for (const { office } of usedCalendars(catalog)) {
    const { holidays, years } = office.calendar;
    const { first, last } = localDays(planned, office.timeZone);
    for (const year of years) {
      const isEmpty = !holidays.some(({ date }) => date.year === year);
      const file = `${data}${folderOf(office.calendar)}/${year}.yaml`;
      if (isEmpty && first.year <= year && year <= last.year) found.set(file, emptyYear(file, year));
    }
  }
  return [...found.values()];
}

function emptyYear(file: string, year: number): Diagnostic {
  return {
    code: 'HOLI007',
    severity: 'warning',
    location: { file, line: 1, column: 1 },
    message: `no holiday of ${year} is listed: nobody is off, and each day of the working week is a working day`,
    wayOut: `list the public holidays of ${year}`,
  };
}
