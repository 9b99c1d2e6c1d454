import type { PartialObject } from '../../../deployment';

/**
 * Completes a partly understood object with the values of the data, so that the rest of it
 * can be compared. The parts that are not understood are reported separately.
 */
export function filled<T extends object>(expected: T, { value, unread }: PartialObject<T>): T {
  const kept = Object.fromEntries(Object.entries(value).filter(([key]) => !unread.includes(key as keyof T)));
  const own = Object.fromEntries(Object.entries(expected).filter(([key]) => unread.includes(key as keyof T)));
  return { ...own, ...kept } as T;
}
