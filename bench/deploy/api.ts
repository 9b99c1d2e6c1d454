import { Temporal } from 'temporal-polyfill';
import type { Call, Fault } from '../../src/sandbox';

/** Calls per minute that PagerDuty answers for one key. @see https://developer.pagerduty.com/docs/rest-api-rate-limits */
export const CALLS_A_MINUTE = 960;

/** Latency of a call to a distant vendor. */
export const LATENCY = Temporal.Duration.from({ milliseconds: 200 });

const MINUTE = 60_000;

/** How the sandbox answers: at once, with the latency of a distant vendor, or with PagerDuty's limit as well. */
export class Api {
  private mode: 'at once' | 'far away' | 'far away, limited' = 'at once';
  /** When PagerDuty answered within the last minute, in milliseconds of the process's clock. */
  private answered: number[] = [];
  /** How many calls were refused since the mode was set. */
  refused = 0;

  answers(mode: Api['mode']): void {
    this.mode = mode;
    this.answered = [];
    this.refused = 0;
  }

  /** For the sandbox's `faults`. */
  readonly faults = ({ vendor }: Call): Fault | undefined => {
    if (this.mode === 'at once') return undefined;
    if (this.mode === 'far away, limited' && vendor === 'pagerduty') {
      const now = performance.now();
      this.answered = this.answered.filter((at) => at > now - MINUTE);
      const [first] = this.answered;
      if (first !== undefined && this.answered.length >= CALLS_A_MINUTE) {
        this.refused += 1;
        return limited(Math.ceil((first + MINUTE - now) / 1000));
      }
      this.answered.push(now);
    }
    return { kind: 'delay', by: LATENCY };
  };
}

/** PagerDuty's answer to a call over the limit. */
function limited(secondsLeft: number): Fault {
  return {
    kind: 'status',
    status: 429,
    headers: {
      'ratelimit-limit': String(CALLS_A_MINUTE),
      'ratelimit-remaining': '0',
      'ratelimit-reset': String(secondsLeft),
    },
    body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
  };
}
