/**
 * SQL for the first working day of an office after a day; NULL if none is known.
 * @param office SQL expression: an office's id, NULL for the organization's own
 * @param after SQL expression: a date
 * @param isMeant adds conditions on a day, given its SQL expression
 */
export function nextWorkingDay(
  office: string,
  after: string,
  isMeant: (day: string) => string = () => '',
): string {
  return `CASE WHEN ${office} IS NULL THEN (
      SELECT min(own.day) FROM watchbill.working_day AS own WHERE own.day > ${after}${isMeant('own.day')}
    ) ELSE (
      SELECT min(its.day) FROM watchbill.office_day AS its WHERE its.office = ${office} AND its.day > ${after}${isMeant('its.day')}
    ) END`;
}
