import type { VendorError } from '../vendors';

/**
 * What a verb prints if a vendor refused or did not answer.
 * @param undone what did not happen, e.g. `nothing was compared`
 */
export function noAnswerText({ message }: VendorError, undone: string): string {
  return `${message}\n  ${undone}; check the key and the connection, then run it again\n`;
}
