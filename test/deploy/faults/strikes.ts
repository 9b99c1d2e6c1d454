/** What is ended in the middle of a deploy, and how. */
export type Victim =
  /** Terraform is killed; its providers are not told. */
  | 'Terraform'
  /** Terraform and its providers are killed, as when memory runs out or a machine stops. */
  | 'Terraform and its providers'
  /** Our own process is killed; Terraform goes on alone. */
  | 'watchbill'
  /** Somebody presses Ctrl-C. */
  | 'Ctrl-C';

/** When. */
export type Moment =
  /** As a call arrives, which is carried out, or not; `at` is its place in the deploy, from 0 to 1. */
  | { readonly kind: 'call'; readonly at: number; readonly isDone: boolean }
  /** While the state is being written for the so-manieth time. */
  | { readonly kind: 'state'; readonly time: number };

/** One end of a deploy. */
export interface Strike {
  readonly victim: Victim;
  readonly moment: Moment;
}

const VICTIMS: readonly Victim[] = ['Terraform', 'Terraform and its providers', 'watchbill', 'Ctrl-C'];

/**
 * Strikes at random moments, the same ones for the same seed: so many at calls, one in each equal
 * part of the deploy, so that plan and apply, early and late, are all met; and some as the
 * state is written.
 */
export function strikesOf(seed: number, atCalls: number, atStates: number): Strike[] {
  const random = generator(seed);
  const calls = Array.from({ length: atCalls }, (_, index): Strike => {
    const moment = { kind: 'call', at: (index + random()) / atCalls, isDone: random() < 0.5 } as const;
    return { victim: VICTIMS[(index + seed) % VICTIMS.length] ?? 'Terraform', moment };
  });
  const states = Array.from({ length: atStates }, (): Strike => {
    const victim = random() < 0.5 ? 'Terraform' : 'Terraform and its providers';
    return { victim, moment: { kind: 'state', time: 1 + Math.floor(random() * 6) } };
  });
  return [...calls, ...states];
}

/** A strike in words. */
export function strikeText({ victim, moment }: Strike): string {
  const what = victim === 'Ctrl-C' ? 'Ctrl-C' : `SIGKILL of ${victim}`;
  if (moment.kind === 'state') return `${what} as the state is written for the ${moment.time}. time`;
  const place = `${Math.round(moment.at * 100)} % of the calls`;
  return `${what} after ${place}, the last of which is ${moment.isDone ? 'done' : 'lost'}`;
}

/** Numbers from 0 to 1. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
