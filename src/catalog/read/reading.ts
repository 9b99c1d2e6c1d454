import { visible } from '../../text/visible';
import type { DataFiles } from '../dataFiles';
import type { Location } from '../diagnostic';
import { Problems } from '../problems';

/** One reading of a data folder: its files, and the problems found so far. */
export class Reading {
  readonly problems = new Problems();
  private readonly folder: string;

  constructor(
    readonly files: DataFiles,
    label: string,
  ) {
    this.folder = label.replace(/\/+$/, '');
  }

  /** A file as the user would type it. */
  nameOf(path: string): string {
    return visible([this.folder, path].filter((part) => part !== '').join('/'));
  }

  /** A place in a file. @default - its start */
  at(path: string, place: { line: number; column: number } = { line: 1, column: 1 }): Location {
    return { file: this.nameOf(path), line: place.line, column: place.column };
  }
}
