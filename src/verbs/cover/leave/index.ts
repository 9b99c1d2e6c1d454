export { ListLayoutError, withoutEntry } from '../../../files/listFile';
export {
  entryText,
  type LeaveEntry,
  withEnd,
  withEntry,
} from './leaveFile';
export { leaveBegin, leaveEnd } from './leaveText';
export {
  type Move,
  type Moves,
  movesOf,
  sameFrom,
  staysOnCall,
} from './moves';
export { type WatchedSchedule, watchedSchedules } from './watchedSchedules';
