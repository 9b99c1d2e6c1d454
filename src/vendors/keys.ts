import { UsageError } from '../text/usageError';

type Environment = Readonly<Record<string, string | undefined>>;

/** What neither the providers nor we can do without, each with the names under which its provider reads it. */
export const NEEDED = [
  ['PAGERDUTY_TOKEN'],
  ['DD_API_KEY', 'DATADOG_API_KEY'],
  ['DD_APP_KEY', 'DATADOG_APP_KEY'],
] as const;

/** The first of the variables that is set to something, without blanks around it; else nothing. */
export function firstSet(env: Environment, names: readonly string[]): string {
  return names.map((name) => (env[name] ?? '').trim()).find((text) => text !== '') ?? '';
}

/**
 * Nothing where each key that is set can stand in a header. One with a line end would be
 * shown by whoever refuses to send it, ourselves and Terraform's providers.
 * @throws UsageError that names the variables; their values are never shown
 */
export function refuseUnprintableKeys(env: Environment, names: readonly string[]): void {
  const bad = names.filter((name) => {
    const value = env[name] ?? '';
    return value.trim() !== '' && !/^[\x21-\x7e]+$/.test(value);
  });
  if (bad.length === 0) return;
  throw new UsageError(
    `not a key: ${bad.join(', ')} has a blank, a line end or another character that no key has (the value is not shown)\n  set it again without, e.g. without the line end of the file that it came from`,
  );
}
