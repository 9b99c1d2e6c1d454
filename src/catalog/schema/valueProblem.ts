import * as z from 'zod';
import type { DiagnosticCode } from '../codes';

/** What is wrong with a value of the right type. */
export interface ValueProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly wayOut: string;
}

/** Reports a problem as an issue of zod; `issueProblem` reads it back. */
export function addValueProblem(
  context: z.core.$RefinementCtx,
  problem: ValueProblem,
  path: readonly (string | number)[] = [],
): void {
  const { code, message, wayOut } = problem;
  context.addIssue({ code: 'custom', message, params: { code, wayOut }, path: [...path] });
}

/**
 * A string that passes a check.
 * @param check returns the problem of a string, if it has one
 * @param wayOut how to write it; also the fix if it is missing or not a string
 * @param json keywords for the JSON Schema, so that editors help while typing
 */
export function checkedString(
  check: (value: string) => ValueProblem | undefined,
  wayOut: string,
  json: Record<string, unknown>,
) {
  return z
    .string({ error: wayOut })
    .superRefine((value, context) => {
      const problem = check(value);
      if (problem !== undefined) addValueProblem(context, problem);
    })
    .meta(json);
}

/** A string that matches a pattern. */
export function shapedString(form: RegExp, message: string, wayOut: string, examples: readonly string[]) {
  const check = (value: string): ValueProblem | undefined =>
    form.test(value) ? undefined : { code: 'DATA004', message, wayOut };
  return checkedString(check, wayOut, { pattern: form.source, examples: [...examples] });
}
