export type { Side } from './comparison';
export * from './diff';
export { type DiffRequest, diffOf } from './diffOf';
export { DisplayNames } from './displayNames';
export { pagesOf } from './pages';
export { pagingChange } from './paging';
export { stepName } from './personShifts';
