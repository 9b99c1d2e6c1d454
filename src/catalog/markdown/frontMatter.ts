/** A page that starts with YAML between two lines of three hyphens. */
export interface FrontMatter {
  /** The YAML; it starts on the second line of the file. */
  readonly yaml: string;
  /** The page with empty lines in place of the front matter, so that line numbers do not change. */
  readonly body: string;
}

/** Splits a page; undefined if it has no front matter, or if the front matter is not closed. */
export function frontMatter(text: string): FrontMatter | undefined {
  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line?.trimEnd() === '---';
  if (!isFence(lines[0])) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) return undefined;
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: `${'\n'.repeat(end + 1)}${lines.slice(end + 1).join('\n')}`,
  };
}
