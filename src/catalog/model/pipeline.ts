import type { Location } from '../diagnostic';
import type { Escalation } from './escalation';
import type { Office } from './office';
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
  /** The rotations that serve it, by duty and then in the data's order; at least one exactly on on-call pipelines. */
  readonly rotations: readonly PipelineRotation[];
  /**
   * Whose working days, office hours and clock its rules go by.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /** Present on every on-call pipeline. */
  readonly runbook?: Runbook;
  readonly source: Location;
}

/** A rotation of a pipeline. */
export interface PipelineRotation {
  /** Id of the rotation. */
  readonly id: string;
  /** Id of the duty that it fills. */
  readonly duty: string;
}
