import { tableText } from '../../src/text/table';
import type { Mutant } from './mutant';

/** How many mutants of a hundred were noticed; 100 where there are none. */
export function score(mutants: readonly Mutant[]): number {
  const counted = mutants.filter(({ noticed }) => noticed !== undefined);
  if (counted.length === 0) return 100;
  return (100 * counted.filter(({ noticed }) => noticed).length) / counted.length;
}

/** Every mutant that no test noticed, and a line for each file. */
export function reportText(name: string, mutants: readonly Mutant[]): string {
  const survivors = mutants
    .filter(({ noticed }) => noticed === false)
    .map(({ file, line, was, became }) => `${file}:${line}: ${oneLine(was)}  became  ${oneLine(became)}`);
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  const rows = files.map((file) =>
    row(
      file,
      mutants.filter((mutant) => mutant.file === file),
    ),
  );
  const table = tableText(['file', 'mutants', 'unnoticed', 'noticed %'], [...rows, row(name, mutants)]);
  return [...survivors, table].join('\n');
}

function row(name: string, mutants: readonly Mutant[]): string[] {
  const counted = mutants.filter(({ noticed }) => noticed !== undefined);
  const unnoticed = counted.filter(({ noticed }) => !noticed);
  return [name, String(counted.length), String(unnoticed.length), score(mutants).toFixed(1)];
}

function oneLine(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
