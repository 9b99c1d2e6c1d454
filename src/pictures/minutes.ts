/**
 * A number of whole minutes for people.
 * @example
 * minutesText(45) // '45 min'
 * minutesText(135) // '2 h 15 min'
 */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
