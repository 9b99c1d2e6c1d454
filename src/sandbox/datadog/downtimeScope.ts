import { badRequest } from './refusal';

/**
 * A downtime's scope: `*`, or tags joined by AND, OR and NOT.
 * @throws Refusal 400
 * @see https://docs.datadoghq.com/monitors/downtimes/#downtime-scope
 */
export function checkScope(scope: string): void {
  if (scope.trim() === '')
    throw badRequest("The value provided for parameter 'scope' is invalid: it is empty");
  const values = scope
    // `env:(a OR b)` is one value with its key.
    .replace(/[\w./-]+:\([^()]*\)/g, 'key:value')
    .split(/[\s,()]+/)
    .filter((value) => value !== '' && !/^(AND|OR|NOT)$/.test(value));
  if (values.some((value) => value !== '*' && !/^[!-]?[^:]+:.+$/.test(value))) {
    throw badRequest('All values must have a key');
  }
}
