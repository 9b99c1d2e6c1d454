import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../src/catalog';
import type { Backend } from '../src/state/backendSchema';
import type { ImportsFile } from '../src/state/importsFile';
import type { Split } from '../src/state/split';
import type { StackPart } from './stackParts';

/** What a stack is synthesized from. */
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
   * What of the data is in this stack.
   * @default - all of it
   */
  readonly part?: StackPart;
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

/** What the app of all stacks is synthesized from. */
export interface AppProps extends Omit<StackProps, 'part'> {
  /**
   * How the data is divided.
   * @default - into the stacks `on-call` and `monitors`
   */
  readonly split?: Split;
}
