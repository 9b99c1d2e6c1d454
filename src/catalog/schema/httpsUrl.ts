import { checkedString, type ValueProblem } from './valueProblem';

/** Characters that do not end a Markdown link and mean nothing to Terraform and Datadog. */
const PLAIN = /^https:\/\/[A-Za-z0-9._~:/%+-]+$/;
const MAX_LENGTH = 500;
const WAY_OUT = 'write an address that starts with https://, without spaces, brackets, ? or #';

/** An https address to which paths are appended; trailing slashes are dropped. */
export const httpsUrl = checkedString(problemOf, WAY_OUT, {
  pattern: PLAIN.source,
  maxLength: MAX_LENGTH,
}).transform((value) => value.replace(/\/+$/, ''));

function problemOf(value: string): ValueProblem | undefined {
  if (value.startsWith('http://')) {
    return {
      code: 'DATA004',
      message: 'not an https address',
      wayOut: 'write https:// instead of http://',
    };
  }
  const plain = PLAIN.test(value) && value.length <= MAX_LENGTH && URL.canParse(value);
  return plain ? undefined : { code: 'DATA004', message: 'not a valid https address', wayOut: WAY_OUT };
}
