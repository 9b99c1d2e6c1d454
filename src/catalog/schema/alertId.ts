import { INVISIBLE } from '../../text/visible';
import { checkedString, type ValueProblem } from './valueProblem';

/**
 * A GitHub slug that also works at the end of a Terraform address (letters of Unicode
 * identifiers) and as the value of a Datadog tag (which collapses `__` and drops a trailing `_`).
 * A leading hyphen would make it an option on the command line.
 * @see https://docs.datadoghq.com/getting_started/tagging/#define-tags
 */
const LETTER = String.raw`(?![\p{Lu}\p{Lt}\p{Pc}\p{Variation_Selector}])\p{ID_Continue}`;
const ALERT_ID = new RegExp(`^${LETTER}(?:${LETTER}|-|_(?!_|$))*$`, 'u');

/** Longest id, in UTF-16 units: Datadog's tags have 200 characters. */
const MAX_LENGTH = 100;

const WAY_OUT =
  'write the anchor of its heading: lower-case letters of any script, digits, hyphens and single underscores; quote it if it is a number';

/** True if a heading's slug can be the id of an alert rule. */
export function isAlertId(slug: string): boolean {
  return problemOf(slug) === undefined;
}

/** The id of an alert rule: the slug of its section's heading. */
export const alertId = checkedString(problemOf, WAY_OUT, { pattern: ALERT_ID.source, maxLength: MAX_LENGTH });

function problemOf(value: string): ValueProblem | undefined {
  if (value.length > MAX_LENGTH) {
    return {
      code: 'TEXT003',
      message: `${value.length} characters; at most ${MAX_LENGTH} are allowed`,
      wayOut: 'shorten it and its heading',
    };
  }
  if (ALERT_ID.test(value) && !INVISIBLE.test(value) && value.normalize('NFC') === value) return undefined;
  return { code: 'DATA004', message: 'not a valid id for an alert rule', wayOut: WAY_OUT };
}
