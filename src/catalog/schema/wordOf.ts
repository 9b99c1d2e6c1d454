import { checkedString, type ValueProblem } from './valueProblem';

/**
 * A text of a form.
 * @param wayOut how to write it, also for editors
 * @param maxLength in characters
 */
export function wordOf(form: RegExp, message: string, wayOut: string, maxLength: number) {
  const check = (value: string): ValueProblem | undefined => {
    if (value.length > maxLength) {
      return {
        code: 'TEXT003',
        message: `${value.length} characters; at most ${maxLength} are allowed`,
        wayOut: 'shorten it',
      };
    }
    return form.test(value) ? undefined : { code: 'DATA004', message, wayOut };
  };
  return checkedString(check, wayOut, { pattern: form.source, maxLength });
}
