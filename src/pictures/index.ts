export { PICTURE_STYLE } from './style';
export type { Timeline, TimelineShift } from './timeline/model';
export { rosterTimeline } from './timeline/rosterTimeline';
