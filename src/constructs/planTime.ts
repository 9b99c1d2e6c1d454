import type { Temporal } from 'temporal-polyfill';
import { utcText } from './instantText';

/**
 * A value that depends on whether an instant is still to come when Terraform plans:
 * what is planned as of the start of a day may be deployed at any time of it, and
 * Datadog refuses what is past by then.
 * @param before Terraform's own notation
 * @see https://developer.hashicorp.com/terraform/language/functions/plantimestamp
 * @example
 * atPlan(instant, '1', '0') // '${timecmp(plantimestamp(), "2026-11-27T01:00:00Z") < 0 ? 1 : 0}'
 */
export function atPlan(instant: Temporal.Instant, before: string, after: string): string {
  return `\${timecmp(plantimestamp(), "${utcText(instant)}") < 0 ? ${before} : ${after}}`;
}
