import type { Temporal } from 'temporal-polyfill';
import type { DatadogState } from './state';

/** The organization that everything belongs to. */
export const ORG_ID = 100001;

/** Who created everything: the owner of the application key. */
export const CREATOR = {
  name: null,
  handle: 'sandbox@watchbill.example',
  email: 'sandbox@watchbill.example',
} as const;

/** Id of that user in the v2 API. */
export const CREATOR_ID = '00000000-0000-4000-8000-000000000000';

/** A new number, as monitors' ids are. */
export function newNumber(state: DatadogState): number {
  const number = 170_000_000 + state.nextId;
  state.nextId += 1;
  return number;
}

/** A new UUID; the same ones in every run. */
export function newUuid(state: DatadogState): string {
  const uuid = `00000000-0000-4000-8000-${state.nextId.toString(16).padStart(12, '0')}`;
  state.nextId += 1;
  return uuid;
}

/**
 * An instant as Datadog writes it.
 * @example
 * timestamp(Temporal.Instant.from('2026-11-23T00:00:00Z')) // '2026-11-23T00:00:00.000000+00:00'
 */
export function timestamp(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 6 }).replace('Z', '+00:00');
}
