import type { Organization } from '../catalog';

/**
 * Address of a page in the runbooks folder. What a message would execute or notify is
 * percent-encoded, so that the address still works.
 * @example
 * runbookUrl(organization, 'aggregate-profit.md')
 * // https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md
 */
export function runbookUrl({ runbooksUrl }: Pick<Organization, 'runbooksUrl'>, file: string): string {
  const base = wellFormed(runbooksUrl).replace(UNSAFE_IN_ADDRESS, (unsafe) => encoded(unsafe));
  return `${base}/${encoded(file)}`;
}

/**
 * Address of a section of such a page.
 * @param slug GitHub slug of the section's heading
 * @example
 * runbookLink(organization, 'aggregate-profit.md', 'not-complete-by-nine')
 * // https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#not-complete-by-nine
 */
export function runbookLink(
  organization: Pick<Organization, 'runbooksUrl'>,
  file: string,
  slug: string,
): string {
  return `${runbookUrl(organization, file)}#${encoded(slug)}`;
}

/** What is not allowed in an address, or starts a handle, a template or a link; also a `%` that encodes nothing. */
const UNSAFE_IN_ADDRESS = /[^\w\-.~:/?#&=+,;%]|%(?![\da-f]{2})/giu;

function encoded(part: string): string {
  return encodeURIComponent(wellFormed(part));
}

/** Half of a surrogate pair cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
