import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import type { Problem } from '../problems';
import { CROWDED, crowded } from './crowded';
import { type RefusedFeature, refusedFeatures } from './refusedFeatures';
import { syntaxProblem } from './syntaxProblem';

/** Keys and list indices from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** A place in a text. */
export interface Place {
  /** Counted from 1. */
  readonly line: number;
  /** In UTF-16 units, counted from 1. */
  readonly column: number;
}

/** A YAML text as plain values, with the place of each. */
export interface ParsedYaml {
  /** Maps are objects without a prototype; null if the text is empty, undefined if it cannot be read. */
  readonly value: unknown;
  readonly problems: readonly (Problem & Place)[];
  /** Where the value at a path is; if there is none, the key of its nearest ancestor. */
  place(path: Path): Place;
  /** Where the key (or list item) at a path is. */
  placeOfKey(path: Path): Place;
}

/**
 * Reads one YAML 1.2 core document. Anchors, aliases, tags, directives, merge keys and
 * further documents are refused: people read the data, so values are written where they are used.
 */
export function parseYaml(text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const lexemes = [...new Lexer().lex(text)];
  const refused = refusedFeatures(text, lexemes);
  if (refused.length > 0) return unread(text, 'YAML004', refused);
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) for (const token of parser.next(lexeme)) tokens.push(token);
  for (const token of parser.end()) tokens.push(token);
  const offset = crowded(tokens);
  if (offset !== undefined) return unread(text, 'YAML005', [{ offset, ...CROWDED }]);
  const reader = new Reader(text, composed(text, tokens), lineCounter);
  return {
    value: reader.read(),
    problems: reader.problems,
    place: (path) => reader.find(path).value,
    placeOfKey: (path) => reader.find(path).key,
  };
}

/** The result for a text that is too dangerous to parse. */
function unread(text: string, code: Problem['code'], refused: readonly RefusedFeature[]): ParsedYaml {
  const problems = refused.map(({ offset, message, wayOut }) => {
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return { code, message, wayOut, line: before.length, column };
  });
  const start = () => ({ line: 1, column: 1 });
  return { value: undefined, problems, place: start, placeOfKey: start };
}

/**
 * What the library's `parseDocument` does, but from existing tokens and without its check for
 * duplicate keys, which takes quadratic time; the reader below finds them in one walk.
 */
function composed(text: string, tokens: readonly CST.Token[]): Document.Parsed {
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    uniqueKeys: false,
  } as const;
  const composer = new Composer(options);
  const [first, second] = [...composer.compose(tokens, true, text.length)];
  if (first === undefined) throw new Error('the composer yields at least one document');
  if (second !== undefined) {
    const message = 'a file is one document';
    first.errors.push(
      new YAMLParseError(second.range.slice(0, 2) as [number, number], 'MULTIPLE_DOCS', message),
    );
  }
  return first as Document.Parsed;
}

class Reader {
  readonly problems: (Problem & Place)[] = [];
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<string | number, Pair>>();

  constructor(
    private readonly text: string,
    private readonly document: Document.Parsed,
    private readonly lineCounter: LineCounter,
  ) {}

  /** After a syntax error the parser guesses, so only the first one is reported. */
  read(): unknown {
    const { errors, contents } = this.document;
    const [syntax] = errors;
    if (syntax !== undefined) {
      const { line } = this.placeAt(syntax.pos[0]);
      this.add(syntax.pos[0], syntaxProblem(syntax, this.text.split('\n')[line - 1] ?? ''));
      return undefined;
    }
    const value = this.plain(contents);
    return this.problems.some(({ code }) => code === 'YAML004') ? undefined : value;
  }

  private plain(node: unknown): unknown {
    if (isMap(node)) return this.plainMap(node.items);
    if (isSeq(node)) return node.items.map((item) => this.plain(item));
    return isScalar(node) ? node.value : null;
  }

  private plainMap(pairs: readonly Pair[]): unknown {
    const map: Record<string, unknown> = Object.create(null);
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      if (name === '<<') this.refuse(key, 'YAML004', 'merge keys (<<) are not allowed', 'write the keys out');
      else if (name === '__proto__')
        this.refuse(key, 'DATA001', 'unknown key', 'remove it, or give it another name');
      else if (name in map) {
        this.refuse(key, 'YAML002', 'duplicate key', 'keep one of the two, or rename the second');
      } else map[name] = this.plain(value);
    }
    return map;
  }

  private refuse(key: unknown, code: Problem['code'], message: string, wayOut: string): void {
    const name = isScalar(key) ? key.value : undefined;
    this.add(startOf(key), { code, message, wayOut, value: name });
  }

  private add(offset: number, problem: Problem): void {
    this.problems.push({ ...problem, ...this.placeAt(offset) });
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.lineCounter.linePos(Math.min(offset, this.text.length));
    return line === 0 ? { line: 1, column: 1 } : { line, column: col };
  }

  /** The pairs of a map by their keys; of duplicates, the first. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string | number, Pair> {
    const known = this.pairs.get(map);
    if (known !== undefined) return known;
    const keyed = map.items.flatMap((item) =>
      isScalar(item.key) ? [[String(item.key.value), item] as const] : [],
    );
    const pairs = new Map<string | number, Pair>(keyed.reverse());
    this.pairs.set(map, pairs);
    return pairs;
  }

  find(path: Path): { key: Place; value: Place } {
    let node: unknown = this.document.contents;
    let key = node === null ? { line: 1, column: 1 } : this.placeAt(startOf(node));
    let value = key;
    for (const step of path) {
      if (isMap(node)) {
        const pair = this.pairsOf(node).get(step);
        if (pair === undefined) return { key, value: key };
        key = this.placeAt(startOf(pair.key));
        node = pair.value;
        value = node === null ? key : this.placeAt(startOf(node));
      } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
        node = node.items[step];
        key = this.placeAt(startOf(node));
        value = key;
      } else {
        return { key, value: key };
      }
    }
    return { key, value };
  }
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
