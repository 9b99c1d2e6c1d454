import type * as z from 'zod';
import { INVISIBLE } from '../../text/visible';
import type { Location } from '../diagnostic';
import { issueProblem, issuesToReport, knownKeys, unknownKeyProblem } from '../schema/issueProblem';
import { type ParsedYaml, type Path, parseYaml } from '../yaml/parseYaml';
import type { Reading } from './reading';

/** An entry of a map or list; its value is undefined if it has a problem, which is reported. */
export interface Entry<T> {
  readonly path: Path;
  readonly value: T | undefined;
}

/** A YAML text (a file, or the front matter of one), read through schemas. */
export class YamlFile {
  private readonly parsed: ParsedYaml;

  /** @param firstLine line of the file on which the text starts */
  constructor(
    private readonly reading: Reading,
    private readonly filePath: string,
    private readonly text: string,
    private readonly firstLine = 1,
  ) {
    this.parsed = parseYaml(text);
    for (const problem of this.parsed.problems) reading.problems.error(this.location(problem), problem);
  }

  /** Undefined if the text cannot be read, null if it is empty. */
  get root(): unknown {
    return this.parsed.value;
  }

  /** The value at a path, as parsed from YAML; undefined if there is none. */
  raw(path: Path): unknown {
    let value = this.root;
    for (const step of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  /** Where the value at a path is. */
  at(path: Path): Location {
    return this.location(this.parsed.place(path));
  }

  /** Where the key (or list item) at a path is. */
  keyAt(path: Path): Location {
    return this.location(this.parsed.placeOfKey(path));
  }

  /** Reads the value at a path through a schema; reports its problems. */
  read<S extends z.ZodType>(schema: S, path: Path = []): z.output<S> | undefined {
    const result = schema.safeParse(this.raw(path), { error: knownKeys });
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const value = this.raw([...path, ...(issue.path as (string | number)[])]);
      for (const reported of issuesToReport(issue, value)) this.report(reported, path);
    }
    return undefined;
  }

  /** Like {@link read}, for a part of what was read before: reports nothing. */
  peek<S extends z.ZodType>(schema: S, path: Path): z.output<S> | undefined {
    const result = schema.safeParse(this.raw(path));
    return result.success ? result.data : undefined;
  }

  /**
   * Entries of a map by id; undefined if there is no map, so that the ids are unknown.
   * @param read the result of {@link read}; undefined if a part of the map has a problem
   */
  mapEntries<S extends z.ZodType>(
    schema: S,
    path: Path,
    read: Readonly<Record<string, z.output<S>>> | undefined,
  ): Map<string, Entry<z.output<S>>> | undefined {
    const map = this.raw(path);
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
    const entry = (id: string): Entry<z.output<S>> => {
      const at = [...path, id];
      return { path: at, value: read === undefined ? this.peek(schema, at) : read[id] };
    };
    return new Map(Object.keys(map).map((id) => [id, entry(id)]));
  }

  /**
   * Entries of a list; empty if there is no list.
   * @param read the result of {@link read}; undefined if a part of the list has a problem
   */
  listEntries<S extends z.ZodType>(
    schema: S,
    path: Path,
    read: readonly z.output<S>[] | undefined,
  ): Entry<z.output<S>>[] {
    const list = this.raw(path);
    if (!Array.isArray(list)) return [];
    return list.map((_, index) => {
      const at = [...path, index];
      return { path: at, value: read === undefined ? this.peek(schema, at) : read[index] };
    });
  }

  private report(issue: z.core.$ZodIssue, base: Path): void {
    const path = [...base, ...(issue.path as (string | number)[])];
    const { problems } = this.reading;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) problems.error(this.keyAt([...path, key]), unknownKeyProblem(issue, key));
      return;
    }
    const value = this.raw(path);
    if (issue.code === 'custom' && issue.params?.['code'] === 'TEXT002' && this.isWrittenRaw(value)) return;
    const missing = value === undefined;
    const atKey = missing || issue.code === 'invalid_key';
    problems.error(
      atKey ? this.keyAt(missing ? path.slice(0, -1) : path) : this.at(path),
      issueProblem(issue, value),
    );
  }

  /** True for an invisible character in the text itself (not an escape like `\u202e`): `readText` has reported it. */
  private isWrittenRaw(value: unknown): boolean {
    const found = INVISIBLE.exec(String(value))?.[0] ?? '';
    return !/[\t\n]/.test(found) && this.text.includes(found);
  }

  private location(place: { line: number; column: number }): Location {
    return this.reading.at(this.filePath, { line: place.line + this.firstLine - 1, column: place.column });
  }
}
