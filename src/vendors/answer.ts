import type { z } from 'zod';
import { VendorError } from '.';

/**
 * A vendor's answer, of the shape that its documentation promises.
 * @throws VendorError where it has another one
 */
export function answered<T>(
  vendor: 'PagerDuty' | 'Datadog',
  request: string,
  shape: z.ZodType<T>,
  answer: unknown,
): T {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new VendorError(
    vendor,
    request,
    200,
    `an answer of another shape: ${issue?.path.join('.')} ${issue?.message}`,
  );
}
