/** The comparison at the end of a query of any type. */
export interface QueryEnd {
  /** What is compared. */
  readonly head: string;
  readonly comparison: string;
  /** The number as it is written. */
  readonly number: string;
}

const END = /^(.*?)\s*(>=|<=|==|!=|>|<)\s*(-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/s;

/** Reads the comparison at the end of a query; undefined if there is none. */
export function queryEnd(query: string): QueryEnd | undefined {
  const [, head, comparison, number] = END.exec(query.trim()) ?? [];
  if (head === undefined || comparison === undefined || number === undefined) return undefined;
  return { head, comparison, number };
}
