/**
 * A parser that remembers its texts: tests read the same data with one file changed, over and over.
 * The parsers are pure, so nothing but time depends on it.
 */
export function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = parse(text);
    if (known.size < 200) known.set(text, result);
    return result;
  };
}

/** Stands for `src/catalog/yaml/parseYaml` in `jest.mock`. */
export function rememberedYaml() {
  const real = jest.requireActual('../../src/catalog/yaml/parseYaml');
  return { ...real, parseYaml: remembered(real.parseYaml) };
}

/** Stands for `src/catalog/markdown/parseMarkdown` in `jest.mock`. */
export function rememberedMarkdown() {
  const real = jest.requireActual('../../src/catalog/markdown/parseMarkdown');
  return { ...real, parseMarkdown: remembered(real.parseMarkdown) };
}
