/** Why the right person is not woken though all that was to be done is done. */
export interface Unmet {
  readonly text: string;
  readonly wayOut: string;
}
