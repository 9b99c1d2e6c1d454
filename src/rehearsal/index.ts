// The deployment's model and readers have a room of their own, but this entry has always exported them, too.
export * from '../deployment';
export type { Span } from '../time/span';
export { type Disagreement, disagreements, type ExpectedShift } from './disagreements';
export { serviceOf } from './incident/handle';
export { type Incident, type IncidentStory, type Page, playIncident } from './incident/player';
export * from './monitor';
export { pagedLogIns } from './pagedLogIns';
export { onDutyAt, type RenderedShift, render } from './scheduleReader';
export type { Counting } from './turns';
