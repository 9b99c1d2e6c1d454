import type { Location } from '../diagnostic';
import type { Escalation } from './organization';
import type { Owner } from './owner';
import type { Runbook } from './runbook';

/** A data pipeline with its two owners. */
export interface Pipeline {
  readonly id: string;
  readonly name: string;
  /** `on-call` pages at any hour; `office-hours` writes to its owners in office hours only. */
  readonly coverage: 'on-call' | 'office-hours';
  readonly primary: Owner;
  /** Differs from the primary. */
  readonly secondary: Owner;
  /** The organization's escalation, with the keys that the pipeline gives replaced. */
  readonly escalation: Escalation;
  /** Id of the rotation that serves it; present exactly on on-call pipelines. */
  readonly rotation?: string;
  /** Present on every on-call pipeline. */
  readonly runbook?: Runbook;
  readonly source: Location;
}
