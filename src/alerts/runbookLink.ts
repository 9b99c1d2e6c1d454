import type { Organization } from '../catalog';

/**
 * Address of a page in the runbooks folder. What a message would execute or notify is
 * percent-encoded, so that the address still works.
 * @example
 * runbookUrl(organization, 'aggregate-profit.md')
 * // https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md
 */
export function runbookUrl({ runbooksUrl }: Pick<Organization, 'runbooksUrl'>, file: string): string {
  return `${encodedBase(runbooksUrl)}/${encodedPart(file)}`;
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
  return `${runbookUrl(organization, file)}#${encodedPart(slug)}`;
}

/** What is not allowed in an address, or starts a handle, a template or a link; also a `%` that encodes nothing. */
const UNSAFE_IN_ADDRESS = /[^\w\-.~:/?#&=+,;%]|%(?![\da-f]{2})/giu;

/** A base address; whatever a message would execute or notify in it is percent-encoded. */
export function encodedBase(address: string): string {
  return wellFormed(address).replace(UNSAFE_IN_ADDRESS, (unsafe) => encodedPart(unsafe));
}

/** A part of an address: a file's name, an id, an anchor. */
export function encodedPart(part: string): string {
  return encodeURIComponent(wellFormed(part));
}

/** Half of a surrogate pair cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
