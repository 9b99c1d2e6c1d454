/** A code where messages have it: before a colon, at the beginning of a line or after an address. */
const CODE = /^ *(?:[\w.-]+: )?([A-Z]{4}\d{3}|BUG\d{3}): /m;
const LEAD = 'To look a code up: watchbill explain';

/**
 * The last line of what prints codes.
 * @example
 * explainHint('ROTA009') // 'To look a code up: watchbill explain ROTA009'
 */
export function explainHint(code: string): string {
  return `${LEAD} ${code}`;
}

/**
 * A message, and how to look its code up; the message alone if it has no code, or says so already.
 * @param text ends with a line feed
 */
export function withExplainHint(text: string): string {
  const code = CODE.exec(text)?.[1];
  return code === undefined || text.includes(LEAD) ? text : `${text}${explainHint(code)}\n`;
}
