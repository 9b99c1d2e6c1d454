import { plainNumber } from './plainNumber';

/** Units of time whose amounts are printed in several units, in milliseconds. */
const TIMES: Readonly<Record<string, number>> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
};

/** The units that time is printed in, longest first, in milliseconds; `d` is 24 hours. */
const PARTS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/**
 * A number of some unit as a person reads it. Time that is whole milliseconds is printed in the
 * longest units that fit, everything else as the number and its unit.
 * @param unit `milliseconds`, `seconds`, `minutes`, `hours`, `percent` or any other word
 * @example
 * amountWords(3600, 'seconds') // '1 h'
 * amountWords(5400, 'seconds') // '1 h 30 min'
 * amountWords(2.5, 'percent') // '2.5 %'
 * amountWords(5000, 'rows') // '5000 rows'
 * amountWords(3600) // '3600'
 */
export function amountWords(value: number, unit?: string): string {
  const number = plainNumber(value);
  if (unit === undefined) return number;
  if (unit === 'percent') return `${number} %`;
  const length = Math.round(value * (TIMES[unit] ?? Number.NaN) * 1e6) / 1e6;
  return Number.isSafeInteger(length) && length !== 0 ? timeWords(length) : `${number} ${unit}`;
}

function timeWords(milliseconds: number): string {
  let left = Math.abs(milliseconds);
  const parts = PARTS.map(([name, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return [count, name] as const;
  });
  const words = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return `${milliseconds < 0 ? '-' : ''}${words.join(' ')}`;
}
