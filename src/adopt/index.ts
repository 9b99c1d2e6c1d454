export { finderOf } from './finders';
export {
  type ImportEntry,
  type Imports,
  type ImportsFile,
  importsFileName,
  importsText,
  readImports,
  writeImports,
} from './importsFile';
export { type Survey, survey } from './survey';
