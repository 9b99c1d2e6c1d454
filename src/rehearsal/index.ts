export type * from './deployment';
export { DeploymentError } from './deploymentError';
export { type Disagreement, disagreements, type ExpectedShift } from './disagreements';
export { onDutyAt, type RenderedShift, render } from './scheduleReader';
export type { Span } from './span';
export { readTerraformJson } from './terraformJson';
export type { Counting } from './turns';
