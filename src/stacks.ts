/**
 * The stacks, for an app of a team's own that adds to them.
 *
 * @example
 * import { synthesizeProject } from 'watchbill/stacks';
 *
 * synthesizeProject(({ monitors }) => {
 *   new Monitor(monitors, 'warehouse-queue', { … });
 * });
 */

export { watchbillApp } from '../stacks/app';
export { MonitorStack } from '../stacks/monitorStack';
export { OnCallStack } from '../stacks/onCallStack';
export type { AppProps, StackProps } from '../stacks/stackProps';
export type { Project } from './verbs/synth/synthesizedStacks';
export { synthesizeProject } from './verbs/synth/synthesizeProject';
