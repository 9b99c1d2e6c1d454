import { codePoint, INVISIBLE } from '../../text/visible';
import { checkedString, type ValueProblem } from './valueProblem';

/** What Terraform (`${`, `%{`) or Datadog (`{{`, `@handle`) would execute rather than show. */
export const EXECUTED = /\$\{|%\{|\{\{|\}\}|@/u;

/** What PagerDuty's provider refuses in names: five characters, and white space other than plain spaces. */
const REFUSED_BY_PAGERDUTY = /[\\/&<>]|[^\S ]/u;

const TEXT = 'write a short text; quote it if it looks like a number, true or false';

/** One line of text for people: a name. */
export function text(maxLength: number) {
  return checkedString((value) => textProblem(value, maxLength), TEXT, { minLength: 1, maxLength });
}

/**
 * The name of a PagerDuty object.
 * @see https://github.com/PagerDuty/terraform-provider-pagerduty/blob/v3.30.8/util/validate/string.go
 */
export function pagerDutyName(maxLength: number) {
  const check = (value: string) => textProblem(value, maxLength) ?? nameProblem(value);
  return checkedString(check, TEXT, { minLength: 1, maxLength, pattern: '^[^\\\\/&<>]+$' });
}

function textProblem(value: string, maxLength: number): ValueProblem | undefined {
  const characters = [...value].length;
  if (value.trim() === '') {
    return { code: 'DATA004', message: 'the text is empty', wayOut: 'write at least one letter' };
  }
  if (characters > maxLength) {
    return {
      code: 'TEXT003',
      message: `${characters} characters; at most ${maxLength} are allowed`,
      wayOut: 'shorten it',
    };
  }
  const invisible = INVISIBLE.exec(value)?.[0];
  if (invisible !== undefined) {
    return {
      code: 'TEXT002',
      message: `control or invisible character ${codePoint(invisible)}`,
      wayOut: 'retype the text without it, on one line',
    };
  }
  const executed = EXECUTED.exec(value)?.[0];
  if (executed !== undefined) {
    return {
      code: 'TEXT001',
      message: `the text contains ${executed}, which Terraform or Datadog would execute`,
      wayOut: `write it without ${executed}`,
    };
  }
  if (value !== value.trim()) {
    return { code: 'TEXT005', message: 'leading or trailing white space', wayOut: 'remove it' };
  }
  return undefined;
}

function nameProblem(value: string): ValueProblem | undefined {
  const refused = REFUSED_BY_PAGERDUTY.exec(value)?.[0];
  if (refused === undefined) return undefined;
  const character = /\s/.test(refused) ? codePoint(refused) : refused;
  return {
    code: 'TEXT004',
    message: `PagerDuty does not accept ${character} in a name`,
    wayOut: 'use letters, digits, spaces and hyphens; write "and" for &',
  };
}
