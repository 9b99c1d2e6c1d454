import { CST } from 'yaml';

/** A feature of YAML that the data must not use, and its offset in the text. */
export interface RefusedFeature {
  readonly offset: number;
  readonly message: string;
  readonly wayOut: string;
}

/** Deepest nesting; the data needs six levels, and the parser's stack overflows after a few thousand. */
const MAX_DEPTH = 50;

/** Longest run of indentation and list marks at the start of a line. */
const MAX_INDENT = 200;

const WRITE_OUT = 'write the value out where it is used; quote a text that starts with & or *';

const REFUSED: ReadonlyMap<string, Omit<RefusedFeature, 'offset'>> = new Map([
  ['tag', { message: 'tags (!name) are not allowed', wayOut: 'remove the tag, or quote the text' }],
  ['anchor', { message: 'anchors (&name) are not allowed', wayOut: WRITE_OUT }],
  ['alias', { message: 'aliases (*name) are not allowed', wayOut: WRITE_OUT }],
  [
    'directive-line',
    { message: 'directives (lines that start with %) are not allowed', wayOut: 'remove the line' },
  ],
]);

const TOO_DEEP = {
  message: 'nested too deeply',
  wayOut: 'write plain maps and lists, a few levels deep',
};

/**
 * Finds anchors, aliases, tags, directives and deep nesting in the tokens, before the
 * parser sees them, so that nothing refused can expand or exhaust memory.
 * @param lexemes the text as split by the lexer of `yaml`
 */
export function refusedFeatures(text: string, lexemes: readonly string[]): RefusedFeature[] {
  const found: RefusedFeature[] = [];
  let offset = 0;
  let depth = 0;
  for (const token of lexemes) {
    const type = CST.tokenType(token);
    if (type === 'doc-mode' || type === 'flow-error-end' || type === 'scalar') continue;
    const refused = REFUSED.get(type ?? '');
    const directive = type === 'directive-line';
    if (refused !== undefined && !(directive && offset > 0 && text[offset - 1] !== '\n'))
      found.push({ offset, ...refused });
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1;
    if (depth > MAX_DEPTH) return [...found, { offset, ...TOO_DEEP }];
    offset += token.length;
  }
  const indented = new RegExp(`^[ \\t?-]{${MAX_INDENT}}`, 'm').exec(text);
  if (indented !== null) found.push({ offset: indented.index, ...TOO_DEEP });
  return found;
}
