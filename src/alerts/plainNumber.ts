/**
 * A number in a form that both Datadog's query grammar and Terraform accept: the fewest
 * decimal digits that read back as the same number, without an exponent.
 * @throws RangeError if the number is not finite
 * @example
 * plainNumber(57600) // '57600'
 * plainNumber(1e-7) // '0.0000001'
 * plainNumber(-1.5e21) // '-1500000000000000000000'
 * plainNumber(-0) // '0'
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`a threshold must be a finite number, not ${value}`);
  }
  const [digits = '', exponent] = String(Math.abs(value)).split('e');
  const sign = value < 0 ? '-' : '';
  return sign + (exponent === undefined ? digits : shifted(digits, Number(exponent)));
}

/** Digits with one place before the point (`1.5`), with the point moved by `places`, past all digits. */
function shifted(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  // JavaScript prints an exponent from 1e21 up and below 1e-6, with at most 16 decimals: the point always leaves the digits.
  return places > 0
    ? whole + fraction.padEnd(places, '0')
    : `0.${'0'.repeat(-places - 1)}${whole}${fraction}`;
}
