export type { Side } from './comparison';
export * from './diff';
export { diffOf } from './diffOf';
export { DisplayNames } from './displayNames';
export { pagingChange } from './owners';
export { pagesOf } from './pages';
export { stepName } from './personShifts';
