import type { Call, Fault } from '../../../src/sandbox';
import { badAnswers } from './answers';

/** How an API is dead. */
export type Death = 'refuses connections' | 'never answers' | 'answers 500' | 'answers 429';

/** A deploy whose vendor dies, and is dead until it has ended. */
export interface DeadCase {
  readonly vendor: 'PagerDuty' | 'Datadog';
  readonly death: Death;
  /** The first call that meets it, in words. */
  readonly since: 'from the start' | 'in the plan' | 'as it is applied';
  /** What the deploy says. */
  readonly code: string;
  /** It would wait for ever: ours is the bound, and its seconds are short. @default false */
  readonly isEndless?: boolean;
}

const REFUSES = 'refuses connections';
const SILENT = 'never answers';
const FAILS = 'answers 500';
const LIMITS = 'answers 429';

export const DEAD_CASES: readonly DeadCase[] = [
  ...[REFUSES, SILENT, FAILS, LIMITS].map(
    (death) => ({ vendor: 'PagerDuty', death, since: 'from the start', code: 'DEPL007' }) as DeadCase,
  ),
  { vendor: 'PagerDuty', death: REFUSES, since: 'in the plan', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: SILENT, since: 'in the plan', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: FAILS, since: 'in the plan', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: LIMITS, since: 'in the plan', code: 'DEPL113', isEndless: true },
  { vendor: 'Datadog', death: SILENT, since: 'in the plan', code: 'DEPL113', isEndless: true },
  { vendor: 'Datadog', death: FAILS, since: 'in the plan', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: REFUSES, since: 'as it is applied', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: SILENT, since: 'as it is applied', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: FAILS, since: 'as it is applied', code: 'DEPL106' },
  { vendor: 'PagerDuty', death: LIMITS, since: 'as it is applied', code: 'DEPL113', isEndless: true },
  { vendor: 'Datadog', death: SILENT, since: 'as it is applied', code: 'DEPL113', isEndless: true },
  { vendor: 'Datadog', death: FAILS, since: 'as it is applied', code: 'DEPL106' },
  { vendor: 'Datadog', death: LIMITS, since: 'as it is applied', code: 'DEPL103' },
];

export function deadText({ vendor, death, since, code }: DeadCase): string {
  return `${vendor} ${death} ${since}: ${code}`;
}

/** What a dead API does with each call; connections that are refused need a gate. */
export function faultOf({ death, vendor }: DeadCase): Fault | undefined {
  if (death === REFUSES) return undefined;
  if (death === SILENT) return { kind: 'hang' };
  const shape = vendor === 'PagerDuty' ? ' /pagerduty/' : ' /api/';
  return badAnswers(shape)[death === FAILS ? 'is answered 500' : 'is answered 429'];
}

/** Tells the call with which the vendor dies. */
export function isFirst({ vendor, since }: DeadCase, call: Call): boolean {
  if (call.vendor !== vendor.toLowerCase()) return false;
  if (since === 'from the start') return true;
  // The provider lets Datadog check each monitor as it plans, and asks which abilities the account has.
  if (since === 'in the plan') return /\/(abilities|validate)$/.test(call.path);
  return call.method !== 'GET' && !call.path.endsWith('/validate');
}
