import { checkedString, type ValueProblem } from './valueProblem';

/** Characters that do not end a Markdown link and mean nothing to Terraform and Datadog. */
const PLAIN = /^https:\/\/[A-Za-z0-9._~:/%+-]+$/;
const MAX_LENGTH = 500;
const WAY_OUT = 'write an address that starts with https://, without spaces, brackets, ? or #';

/** As {@link PLAIN}, with a query and an anchor. */
const PAGE = /^https:\/\/[A-Za-z0-9._~:/%+?#=&,;-]+$/;
const PAGE_WAY_OUT = 'write the address of a page, beginning with https://, without spaces, brackets or @';

/** The https address of one page. */
export const pageUrl = checkedString((value) => problemOf(value, PAGE, PAGE_WAY_OUT), PAGE_WAY_OUT, {
  pattern: PAGE.source,
  maxLength: MAX_LENGTH,
});

/** An https address to which paths are appended; trailing slashes are dropped. */
export const httpsUrl = checkedString((value) => problemOf(value, PLAIN, WAY_OUT), WAY_OUT, {
  pattern: PLAIN.source,
  maxLength: MAX_LENGTH,
}).transform((value) => value.replace(/\/+$/, ''));

function problemOf(value: string, form: RegExp, wayOut: string): ValueProblem | undefined {
  if (value.startsWith('http://')) {
    return {
      code: 'DATA004',
      message: 'not an https address',
      wayOut: 'write https:// instead of http://',
    };
  }
  const plain = form.test(value) && value.length <= MAX_LENGTH && URL.canParse(value);
  return plain ? undefined : { code: 'DATA004', message: 'not a valid https address', wayOut };
}
