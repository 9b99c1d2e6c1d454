import type { Location } from '../diagnostic';
import type { Escalation } from './escalation';
import type { Maintenance } from './maintenance';
import type { Office } from './office';
import type { Owner } from './owner';
import type { Paging } from './paging';
import type { Runbook } from './runbook';

/** A data pipeline with its two owners. */
export interface Pipeline extends Paging {
  /** Id in the data; part of Terraform addresses and Datadog handles. */
  readonly id: string;
  /** Display name, and the name of the PagerDuty service. */
  readonly name: string;
  /** `on-call` pages at any hour; `office-hours` mails its owners, in office hours only. */
  readonly coverage: 'on-call' | 'office-hours';
  /** The first owner; an escalation can page them. */
  readonly primary: Owner;
  /** The second owner, never the same as the first. */
  readonly secondary: Owner;
  /** The organization's escalation, overridden by the pipeline's own keys. */
  readonly escalation: Escalation;
  /** The rotations that serve it, sorted by duty, then in the order of the data; empty unless it is on call. */
  readonly rotations: readonly PipelineRotation[];
  /**
   * The office whose working days, office hours and time zone apply to its rules.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /**
   * Handles of channels, without `@`, that are told of its alerts.
   * @default - none
   */
  readonly channels?: readonly string[];
  /**
   * When its alerts are muted, in order of time, without overlaps; those that are over, too.
   * @default - never
   */
  readonly maintenance?: readonly Maintenance[];
  /** What the person who is paged follows. @default - none; every on-call pipeline has one */
  readonly runbook?: Runbook;
  /** Where its key is. */
  readonly source: Location;
}

/** A rotation that serves a pipeline. */
export interface PipelineRotation {
  /** Id of the rotation. */
  readonly id: string;
  /** Id of the duty that it fills. */
  readonly duty: string;
}
