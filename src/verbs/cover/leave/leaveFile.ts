import { withEntry as withLine, withValue } from '../../../files/listFile';

/** An emergency leave, as in `leave.yaml`. */
export interface LeaveEntry {
  /** Id of the person who is away. */
  readonly person: string;
  readonly from: string;
  readonly until: string;
  /**
   * Id of the person who covers, as agreed.
   * @default - the rules decide
   */
  readonly cover?: string;
  /**
   * Id of the only rotation that they hand over.
   * @default - all that they do
   */
  readonly rotation?: string;
}

/** An entry as one line of the list. */
export function entryText({ person, from, until, cover, rotation }: LeaveEntry): string {
  const named = `${cover === undefined ? '' : `, cover: ${cover}`}${rotation === undefined ? '' : `, rotation: ${rotation}`}`;
  return `{ person: ${person}, from: ${from}, until: ${until}, emergency: true${named} }`;
}

/**
 * Appends an entry to the text of `leave.yaml`.
 * @throws ListLayoutError
 */
export function withEntry(text: string, entry: LeaveEntry): string {
  return withLine(text, entryText(entry));
}

/**
 * Changes the end of an entry.
 * @throws ListLayoutError
 */
export function withEnd(text: string, index: number, until: string): string {
  return withValue(text, index, 'until', until);
}
