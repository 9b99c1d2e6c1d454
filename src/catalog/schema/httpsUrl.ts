import { checkedString, type ValueProblem } from './valueProblem';

/** Characters that neither end a Markdown link nor mean anything to Terraform or Datadog. */
const PLAIN = /^https:\/\/[A-Za-z0-9._~:/%+-]+$/;
const MAX_LENGTH = 500;
const WAY_OUT = 'write an address that begins with https://, without spaces, brackets, ? and #';

/** An https address to which paths are appended; a slash at its end is dropped. */
export const httpsUrl = checkedString(slipOf, WAY_OUT, {
  pattern: PLAIN.source,
  maxLength: MAX_LENGTH,
}).transform((value) => value.replace(/\/+$/, ''));

function slipOf(value: string): ValueProblem | undefined {
  if (value.startsWith('http://')) {
    return {
      code: 'DATA004',
      message: 'the address is not encrypted',
      wayOut: 'write https:// instead of http://',
    };
  }
  const plain = PLAIN.test(value) && value.length <= MAX_LENGTH && URL.canParse(value);
  return plain ? undefined : { code: 'DATA004', message: 'this is no https address', wayOut: WAY_OUT };
}
