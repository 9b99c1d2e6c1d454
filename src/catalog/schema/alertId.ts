import { INVISIBLE } from '../../text/visible';
import { checkedString, type ValueProblem } from './valueProblem';

/**
 * A GitHub slug that can also be the end of a Terraform address, whose letters are Unicode's
 * identifiers, and the value of a Datadog tag, which squeezes `__` and drops a `_` at the end.
 * A hyphen at the beginning would make it an option on the command line.
 * @see https://docs.datadoghq.com/getting_started/tagging/#define-tags
 */
const LETTER = String.raw`(?![\p{Lu}\p{Lt}\p{Pc}\p{Variation_Selector}])\p{ID_Continue}`;
const ALERT_ID = new RegExp(`^${LETTER}(?:${LETTER}|-|_(?!_|$))*$`, 'u');

/** Longest id, in UTF-16 units: Datadog's tags have 200 characters. */
const MAX_LENGTH = 100;

const WAY_OUT =
  'write the anchor of its heading: small letters of any script, digits, hyphens and single underscores, in quotes where it is a number';

/** True where a rule can have a heading's slug as its id. */
export function isAlertId(slug: string): boolean {
  return slipOf(slug) === undefined;
}

/** The id of an alert rule, which is the slug of its section's heading. */
export const alertId = checkedString(slipOf, WAY_OUT, { pattern: ALERT_ID.source, maxLength: MAX_LENGTH });

function slipOf(value: string): ValueProblem | undefined {
  if (value.length > MAX_LENGTH) {
    return {
      code: 'TEXT003',
      message: `this has ${value.length} characters, ${MAX_LENGTH} are allowed`,
      wayOut: 'shorten it, and its heading',
    };
  }
  if (ALERT_ID.test(value) && !INVISIBLE.test(value) && value.normalize('NFC') === value) return undefined;
  return { code: 'DATA004', message: 'this cannot be the id of an alert rule', wayOut: WAY_OUT };
}
