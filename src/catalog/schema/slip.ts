import { z } from 'zod';
import type { DiagnosticCode } from '../codes';

/** What is wrong with a value that has the right type. */
export interface Slip {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly wayOut: string;
}

/** Passes a slip on as an issue of zod; `issueProblem` reads it back. */
export function addSlip(
  context: z.core.$RefinementCtx,
  slip: Slip,
  path: readonly (string | number)[] = [],
): void {
  const { code, message, wayOut } = slip;
  context.addIssue({ code: 'custom', message, params: { code, wayOut }, path: [...path] });
}

/**
 * A string that passes a check.
 * @param check the slip of a string, if it has one
 * @param wayOut how to write it; told also where it is no string, or missing
 * @param json what the JSON Schema says of it, so that editors help while typing
 */
export function checkedString(
  check: (value: string) => Slip | undefined,
  wayOut: string,
  json: Record<string, unknown>,
) {
  return z
    .string({ error: wayOut })
    .superRefine((value, context) => {
      const slip = check(value);
      if (slip !== undefined) addSlip(context, slip);
    })
    .meta(json);
}

/** A string in a given form. */
export function shapedString(form: RegExp, message: string, wayOut: string, examples: readonly string[]) {
  const check = (value: string): Slip | undefined =>
    form.test(value) ? undefined : { code: 'DATA004', message, wayOut };
  return checkedString(check, wayOut, { pattern: form.source, examples: [...examples] });
}
