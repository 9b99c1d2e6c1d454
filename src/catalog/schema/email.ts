import { checkedString } from './slip';

/** Stricter than the standard: no quotes, no comments, no literal addresses. */
const EMAIL =
  /^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

const MAX_LENGTH = 254;
const WAY_OUT = 'write one address, e.g. aidil@xyz-tech.example';

/** The log-in of a PagerDuty user, in lower case as PagerDuty stores it. */
export const email = checkedString(
  (value) =>
    EMAIL.test(value) && value.length <= MAX_LENGTH
      ? undefined
      : { code: 'DATA004', message: 'this is no e-mail address', wayOut: WAY_OUT },
  WAY_OUT,
  { pattern: EMAIL.source, maxLength: MAX_LENGTH, examples: ['aidil@xyz-tech.example'] },
).transform((value) => value.toLowerCase());
