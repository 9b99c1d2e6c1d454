import { shellWord } from '../../text/shellWord';
import { visible } from '../../text/visible';

/** How to commit the changed file. */
export function commitLines(path: string, message: string): string {
  return `  git add ${shellWord(path)}\n  git commit -m '${message}'\n`;
}

/** Problems, one per line, and the fix. */
export function problemLines(problems: readonly string[], wayOut: string): string {
  return `${problems.map((problem) => `${visible(problem)}\n`).join('')}  ${wayOut}\n`;
}
