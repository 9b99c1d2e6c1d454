export {
  type ImportEntry,
  type Imports,
  type ImportsFile,
  importsFileName,
  importsText,
  readImports,
  writeImports,
} from '../../../state/importsFile';
export { finderOf } from './finders';
export { type Survey, survey } from './survey';
