export type { Imports } from '../../../state/importsFile';
export { finderOf } from './finders';
export { type Survey, survey } from './survey';
