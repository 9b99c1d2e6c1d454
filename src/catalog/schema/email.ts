import { EXECUTED } from './text';
import { checkedString, type ValueProblem } from './valueProblem';

/** WHATWG's pattern for addresses, but with single dots only before the `@`, and at least one dot after it. */
const WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const TOP_LABEL = '[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]';
const EMAIL = new RegExp(`^${WORD}(?:\\.${WORD})*@(?:${LABEL}\\.)+${TOP_LABEL}$`);

const MAX_LENGTH = 254;
const WAY_OUT = 'write one address, e.g. aidil@xyz-tech.example';

/**
 * The log-in of a PagerDuty user, spelled as in the data: comparisons ignore case (`emailKey`),
 * but PagerDuty's provider looks the user up by this exact spelling.
 * @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export const email = checkedString(emailProblem, WAY_OUT, {
  pattern: EMAIL.source,
  maxLength: MAX_LENGTH,
  examples: ['aidil@xyz-tech.example'],
});

function emailProblem(value: string): ValueProblem | undefined {
  if (!EMAIL.test(value) || value.length > MAX_LENGTH) {
    return { code: 'DATA004', message: 'not a valid e-mail address', wayOut: WAY_OUT };
  }
  const executed = EXECUTED.exec(value.replace('@', ''))?.[0];
  if (executed === undefined) return undefined;
  return {
    code: 'TEXT001',
    message: `the address contains ${executed}, which Terraform or Datadog would execute`,
    wayOut: 'use a different address for the log-in',
  };
}
