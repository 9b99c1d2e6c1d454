import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../src/catalog';
import type { Backend } from '../src/state/backendSchema';
import type { ImportsFile } from '../src/state/importsFile';

/** What both stacks are synthesized from. */
export interface StackProps {
  /** The team's data, validated. */
  readonly catalog: Catalog;
  /** The instant that everything is planned from; there is no hidden clock. */
  readonly asOf: Temporal.Instant;
  /**
   * Address of a sandbox to deploy to, without a slash at the end.
   * @default - the vendors' own APIs
   */
  readonly sandbox?: string;
  /**
   * Where Terraform keeps its state.
   * @default - one file per stack in the working directory
   */
  readonly backend?: Backend;
  /**
   * What exists already and is adopted.
   * @default - nothing
   */
  readonly imports?: ImportsFile;
}
