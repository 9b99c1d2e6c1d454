import type { Catalog } from './model/catalog';
import type { Office } from './model/office';

/**
 * The office of a person, a pipeline or a rotation: the one that they name, otherwise the organization's own.
 * @example
 * officeOf(catalog, pipeline).timeZone // 'Europe/London'
 */
export function officeOf(catalog: Catalog, { office }: { readonly office?: Office }): Office {
  return office ?? ownOffice(catalog);
}

/** The organization's own office. */
export function ownOffice(catalog: Pick<Catalog, 'organization' | 'holidays' | 'holidayYears'>): Office {
  const known = own.get(catalog);
  if (known !== undefined) return known;
  const { organization, holidays, holidayYears } = catalog;
  const { name, timeZone, workingWeek, restDays, officeHours } = organization;
  const office = {
    name,
    timeZone,
    workingWeek,
    restDays,
    officeHours,
    calendar: { holidays, years: holidayYears },
  };
  own.set(catalog, office);
  return office;
}

/** One per catalog, so that whatever is computed for an office is computed once. */
const own = new WeakMap<object, Office>();
