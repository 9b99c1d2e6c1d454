export { escalationLadder } from './ladder/escalationLadder';
export type { Ladder } from './ladder/model';
export { loadBars } from './load/loadBars';
export type { RehearsedNight } from './night/model';
export { nightDrawing, rehearsedNight } from './night/rehearsedNight';
export { panels } from './panels';
export { PICTURE_STYLE } from './style';
export type { Timeline, TimelineShift } from './timeline/model';
export { rosterTimeline, timelineDrawing } from './timeline/rosterTimeline';
