import type { StackIo } from '../../cli/io';
import type { CommonOptions } from '../../cli/session';
import { UsageError } from '../../text/usageError';

/** Options of `watchbill deploy`. */
export interface DeployOptions extends Pick<CommonOptions, 'data' | 'asOf'> {
  /** Whether nobody is asked. @default false */
  readonly autoApprove?: boolean;
  /** What deploys. @default - `terraform`, otherwise `tofu`, on the PATH */
  readonly terraform?: string;
  /** Whether Terraform's addresses are listed. @default false */
  readonly addresses?: boolean;
  /** Whether nothing is applied. @default false */
  readonly planOnly?: boolean;
  /** File to write the plan to, for `expect`. @default - none */
  readonly summary?: string;
  /** File of the plan that was approved. @default - whoever is asked approves */
  readonly expect?: string;
  /** Whether everything is removed. @default false */
  readonly destroy?: boolean;
  /** The PagerDuty account that is meant, as the first line names it. @default - whichever the key opens */
  readonly account?: string;
}

/**
 * Refuses options that exclude each other, and a deploy that nobody could approve.
 * @throws UsageError with code DEPL003 or DEPL006
 */
export function checkOptions(options: DeployOptions, io: Pick<StackIo, 'confirm' | 'ask'>): void {
  const { autoApprove = false, planOnly = false, destroy = false, account, expect } = options;
  if (planOnly && autoApprove) {
    throw new UsageError(
      'DEPL003: --plan-only applies nothing, and --auto-approve would\n  leave one of them out',
    );
  }
  if (destroy && expect !== undefined) {
    throw new UsageError(
      'DEPL006: --destroy and --expect cannot be combined: no approved plan removes everything\n  leave --expect out',
    );
  }
  if (destroy && autoApprove && account === undefined) {
    throw new UsageError(
      'DEPL006: --destroy removes everything: --auto-approve alone is not enough\n  name the account too: --account, with the name that the first line of a deploy shows',
    );
  }
  if (planOnly || autoApprove) return;
  if (io.confirm !== undefined && (!destroy || io.ask !== undefined)) return;
  throw new UsageError(
    'DEPL003: there is no terminal to ask for approval\n  --auto-approve deploys without a question, --plan-only shows what would be done',
  );
}
