export {
  entryText,
  type LeaveEntry,
  LeaveLayoutError,
  withEnd,
  withEntry,
  withoutEntry,
} from './leaveFile';
export { leaveBegin, leaveEnd } from './leaveText';
export {
  type Move,
  type Moves,
  movesOf,
  sameFrom,
  staysOnCall,
  type WatchedSchedule,
  watchedSchedules,
} from './moves';
