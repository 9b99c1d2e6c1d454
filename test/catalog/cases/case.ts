import type { Change } from '../changedData';

/** A slip: its title, the changes of XYZ Tech's data that make it, and everything that is told then. */
export type Case = readonly [title: string, changes: readonly Change[], told: readonly string[]];
