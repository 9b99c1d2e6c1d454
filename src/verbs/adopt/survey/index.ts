export type { Choice } from './choice';
export { finderOf, isMappable } from './finders';
export { type Resource, resourcesOf } from './resource';
export { type FoundObject, type Survey, survey } from './survey';
