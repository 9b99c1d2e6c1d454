import { badRequest } from './refusal';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A recurrence rule as far as the sandbox evaluates it: every n days or weeks, on days of the week. */
export interface RecurrenceRule {
  readonly frequency: string;
  readonly interval: number;
  /**
   * ISO numbers, 1 is Monday.
   * @default - the day of the start
   */
  readonly days?: readonly number[];
  /** Whether the rule has only a frequency, an interval and days. */
  readonly isPlain: boolean;
}

const number = (least: number, most: number) => (text: string) =>
  text.split(',').every((each) => /^[+-]?\d+$/.test(each) && Number(each) >= least && Number(each) <= most);

/** Parts that a rule may have; DTSTART, DTEND and DURATION are not allowed. */
const PARTS: Readonly<Record<string, (text: string) => boolean>> = {
  FREQ: (text) => ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(text),
  INTERVAL: number(1, 1_000),
  COUNT: number(1, 1_000_000),
  UNTIL: (text) => /^\d{8}(T\d{6}Z?)?$/.test(text),
  BYDAY: (text) => text.split(',').every((day) => /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/.test(day)),
  BYHOUR: number(0, 23),
  BYMINUTE: number(0, 59),
  BYSECOND: number(0, 59),
  BYMONTH: number(1, 12),
  BYMONTHDAY: number(-31, 31),
  BYYEARDAY: number(-366, 366),
  BYWEEKNO: number(-53, 53),
  BYSETPOS: number(-366, 366),
  WKST: (text) => DAYS.includes(text),
};

const PLAIN = ['FREQ', 'INTERVAL', 'BYDAY'];

/**
 * Reads an RRULE that Datadog accepts.
 * @throws Refusal 400
 * @see https://docs.datadoghq.com/api/latest/downtimes/#schedule-a-downtime
 * @example
 * recurrenceRule('FREQ=WEEKLY;BYDAY=FR') // { frequency: 'WEEKLY', interval: 1, days: [5], isPlain: true }
 */
export function recurrenceRule(rrule: string): RecurrenceRule {
  const parts = rrule.split(';').map((part): [string, string] => {
    const [name = '', value = '', ...more] = part.split('=');
    const isValid = Object.hasOwn(PARTS, name) && PARTS[name]?.(value) === true && more.length === 0;
    if (!isValid) throw badRequest(`Invalid recurrence rule '${rrule}': '${part}'`);
    return [name, value];
  });
  const byName = new Map(parts);
  if (byName.size < parts.length) throw badRequest(`Invalid recurrence rule '${rrule}': a part is repeated`);
  const frequency = byName.get('FREQ');
  if (frequency === undefined) throw badRequest(`Invalid recurrence rule '${rrule}': FREQ is missing`);
  if (byName.has('COUNT') && byName.has('UNTIL')) {
    throw badRequest(`Invalid recurrence rule '${rrule}': COUNT and UNTIL exclude each other`);
  }
  const byDay = byName.get('BYDAY')?.split(',');
  const isPlain =
    parts.every(([name]) => PLAIN.includes(name)) && (byDay ?? []).every((day) => DAYS.includes(day));
  return {
    frequency,
    interval: Number(byName.get('INTERVAL') ?? 1),
    ...(byDay === undefined ? {} : { days: byDay.map((day) => DAYS.indexOf(day.slice(-2)) + 1) }),
    isPlain,
  };
}
