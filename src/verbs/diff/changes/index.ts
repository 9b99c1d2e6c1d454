export type { Side } from './comparison';
export * from './diff';
export { type DiffRequest, diffOf } from './diffOf';
export { DisplayNames } from './displayNames';
export { pagingChange } from './owners';
export { pagesOf } from './pages';
export { stepName } from './personShifts';
