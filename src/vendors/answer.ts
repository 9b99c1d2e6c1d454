import type * as z from 'zod';
import { VendorError } from '.';

/**
 * A vendor's answer, checked against the shape that its documentation promises.
 * @param request method and path, for the error
 * @throws VendorError if it has another shape
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
