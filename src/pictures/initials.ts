import { graphemesOf } from './measure';

/**
 * Two or three characters for each name, all different: the first ones of the first and the last word,
 * or of a single word; if these are taken, other characters of the name, then a number.
 * @example
 * initialsOf(['Choo', 'Thiru', 'Chong', 'Ana Lima']) // ['Ch', 'Th', 'Co', 'AL']
 */
export function initialsOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const free = firstFree(name, taken);
    taken.add(free);
    return free;
  });
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (const candidate of candidates(name)) if (!taken.has(candidate)) return candidate;
  return name;
}

/** All candidates, in order of preference; never ends. */
function* candidates(name: string): Generator<string> {
  const words = name
    .split(/\s+/)
    .map(graphemesOf)
    .filter((word) => word.length > 0);
  const first = words[0] ?? ['?'];
  const head = first[0] ?? '?';
  const last = words.at(-1) ?? first;
  if (words.length > 1) yield `${head}${last[0]}`;
  for (const other of first.slice(1, 8)) yield `${head}${other}`;
  for (const other of last.slice(0, 8)) yield `${head}${other}`;
  for (let number = 1; ; number += 1) yield `${head}${number}`;
}
