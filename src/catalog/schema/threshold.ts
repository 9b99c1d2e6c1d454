import * as z from 'zod';
import { addValueProblem, type ValueProblem } from './valueProblem';

/** Larger numbers are mistakes, not thresholds. */
const LARGEST = 1e12;

/**
 * A number to compare with.
 * @param check returns the problem of a number, if it has one
 */
export function threshold(check: (value: number) => ValueProblem | undefined = () => undefined) {
  return z
    .number({ error: 'write a number without quotes, unit or percent sign' })
    .min(-LARGEST)
    .max(LARGEST)
    .superRefine((value, context) => {
      const problem = check(value);
      if (problem !== undefined) addValueProblem(context, problem);
    });
}
