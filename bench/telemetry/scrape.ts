import { GAUGE_QUERIES, viewName } from '../../src/telemetry';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';

/** One scrape of all gauges. */
export interface Scrape {
  readonly milliseconds: number;
  readonly series: number;
  /** Milliseconds of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
}

const RUNS = 7;

/** The median of several scrapes after a warm-up: every view once, as the Agent reads them. */
export async function scraped(ledger: Ledger, runs = RUNS): Promise<Scrape> {
  await once(ledger);
  const all: Scrape[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await once(ledger));
  const middle = all.sort((a, b) => a.milliseconds - b.milliseconds)[runs >> 1];
  if (middle === undefined) throw new Error('no scrape');
  return middle;
}

async function once(ledger: Ledger): Promise<Scrape> {
  const kinds = new Map<string, number>();
  let series = 0;
  for (const kind of Object.keys(GAUGE_QUERIES) as (keyof typeof GAUGE_QUERIES)[]) {
    const begin = performance.now();
    series += (await ledger.query(`SELECT * FROM watchbill.${viewName(kind)}`)).length;
    kinds.set(kind, performance.now() - begin);
  }
  return { milliseconds: [...kinds.values()].reduce((sum, each) => sum + each), series, kinds };
}
