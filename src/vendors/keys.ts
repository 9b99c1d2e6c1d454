import { UsageError } from '../text/usageError';

type Environment = Readonly<Record<string, string | undefined>>;

/** The keys that the providers and we need, each with the variables from which its provider reads it. */
export const NEEDED = [
  ['PAGERDUTY_TOKEN'],
  ['DD_API_KEY', 'DATADOG_API_KEY'],
  ['DD_APP_KEY', 'DATADOG_APP_KEY'],
] as const;

/** The first of the variables that is set and not blank, trimmed; otherwise empty. */
export function firstSet(env: Environment, names: readonly string[]): string {
  return names.map((name) => (env[name] ?? '').trim()).find((text) => text !== '') ?? '';
}

/**
 * Throws unless every key that is set can be sent in a header. An HTTP client that refuses to
 * send a key with a line break shows the key.
 * @throws UsageError that names the variables, but never shows their values
 */
export function refuseUnprintableKeys(env: Environment, names: readonly string[]): void {
  const bad = names.filter((name) => {
    const value = env[name] ?? '';
    return value.trim() !== '' && !/^[\x21-\x7e]+$/.test(value);
  });
  if (bad.length === 0) return;
  throw new UsageError(
    `not a key: ${bad.join(', ')} contains a space, a line break or another character that no key has (the value is not shown)\n  set it again without that character, often the line break at the end of a file`,
  );
}
