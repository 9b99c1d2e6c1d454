/** Text that needs no quotes in YAML, 1.1 or 1.2, also between brackets: words, an address, a zone. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./+@-]*( [A-Za-z0-9][A-Za-z0-9_./+@-]*)*$/;
/** Words that YAML 1.1 reads as something other than text. */
const WORDS = /^(true|false|yes|no|on|off|y|n|null)$/i;
/** Dates and durations need no quotes either. */
const DATE_OR_LENGTH = /^\d{4}-\d{2}-\d{2}$|^\d+[mhd]$/;

/** A value in a data file. */
export type Value = string | number | readonly Value[] | { readonly [key: string]: Value | undefined };

/**
 * A value on one line of YAML. Text is quoted where it could be read as anything else.
 * @example
 * inlineYaml({ name: 'No', at: '09:00', order: ['ada', 'grace'] })
 * // '{ name: "No", at: "09:00", order: [ada, grace] }'
 */
export function inlineYaml(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const isPlain = (PLAIN.test(value) && !WORDS.test(value)) || DATE_OR_LENGTH.test(value);
    return isPlain ? value : JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(inlineYaml).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : `${key}: ${inlineYaml(each)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
