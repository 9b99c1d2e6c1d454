import * as z from 'zod';
import { addValueProblem } from './valueProblem';

/** A list without duplicates. */
export function uniqueList<T extends z.ZodType>(item: T, minItems: 0 | 1 = 1) {
  return z
    .array(item, { error: 'write a list in square brackets, e.g. [first, second]' })
    .min(minItems)
    .superRefine((items, context) => {
      const seen = new Set<unknown>();
      items.forEach((value, index) => {
        if (seen.has(value)) {
          addValueProblem(context, { code: 'DATA006', message: 'listed twice', wayOut: 'remove one' }, [
            index,
          ]);
        }
        seen.add(value);
      });
    })
    .meta({ uniqueItems: true });
}
