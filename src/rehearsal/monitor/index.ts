export type { PlayedExpression, PlayedSeries } from './expression';
export { type HoldDisagreement, holdDisagreements } from './holds';
export { type Occasion, type Recipients, recipientsOf } from './message';
export { mutesOf, windowsOf } from './mutes';
export { type Notification, notificationsOf, notificationsOfStates } from './notifications';
export { NotPlayedError } from './notPlayed';
export { type MonitorQuery, readQuery } from './query';
export { groupsOf, isBeyond, type Point, reads, type Series, valueAt } from './series';
export { type MonitorState, type StateSpan, statesOf } from './states';
