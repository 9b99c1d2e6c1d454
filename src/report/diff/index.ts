export type { Side } from './comparison';
export * from './diff';
export { type DiffRequest, diffOf } from './diffOf';
export { pagesOf } from './pages';
