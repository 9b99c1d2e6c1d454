import type { PartialObject } from '../../../deployment';

/**
 * An object of which a part is not understood, with the data's own in the place of that
 * part: it is told by itself, and the rest can be compared.
 */
export function filled<T extends object>(expected: T, { value, unread }: PartialObject<T>): T {
  const kept = Object.fromEntries(Object.entries(value).filter(([key]) => !unread.includes(key as keyof T)));
  const own = Object.fromEntries(Object.entries(expected).filter(([key]) => unread.includes(key as keyof T)));
  return { ...own, ...kept } as T;
}
