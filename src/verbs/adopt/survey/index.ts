export { finderOf } from './finders';
export { type FoundObject, type Survey, survey } from './survey';
