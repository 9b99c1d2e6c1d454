import * as z from 'zod';
import { invalid } from './apiError';

/**
 * A request's body in its envelope, e.g. `{ "team": { … } }`.
 * @throws PagerDutyError if it has another shape
 */
export function enveloped<T>(key: string, schema: z.ZodType<T>, body: unknown): T {
  return parsed(z.object({ [key]: schema }), body)[key] as T;
}

/**
 * A request's body.
 * @throws PagerDutyError if it has another shape
 */
export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw invalid(...result.error.issues.map(({ path, message }) => `${sentence(path)}${message}`.trim()));
}

function sentence(path: readonly PropertyKey[]): string {
  const field = path.filter((part) => typeof part === 'string').at(-1);
  return field === undefined ? '' : `${field[0]?.toUpperCase()}${field.slice(1).replaceAll('_', ' ')} `;
}

/**
 * A name that PagerDuty accepts: not blank.
 * @param atMost characters
 */
export function nameText(atMost = 255): z.ZodType<string> {
  return z
    .string({ error: "can't be blank" })
    .refine((text) => text.trim() !== '', { error: "can't be blank" })
    .refine((text) => [...text].length <= atMost, { error: `is too long (maximum is ${atMost} characters)` });
}

/** A description: absent, null or text. */
export const descriptionText = z
  .string()
  .nullish()
  .refine((text) => [...(text ?? '')].length <= 1024, {
    error: 'is too long (maximum is 1024 characters)',
  })
  .transform((text) => text ?? null);

/** A reference to another object; only its id counts. */
export const reference = z.object({ id: z.string(), type: z.string().optional() });
