import { Temporal } from 'temporal-polyfill';
import { DeploymentError } from '../deploymentError';
import { parseReference, type Reference } from './reference';
import { unescapeText } from './text';

/** RFC 3339 with an offset; Temporal alone would take more than the vendors do. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** What a vendor receives of a text; undefined where it cannot be known. */
export type TextReading = (text: string) => string | undefined;

/**
 * Reads one block of a JSON object, Terraform's or a vendor's, and knows what it has
 * not been asked for: `done` throws for an attribute that nobody read, because it may
 * change what the others mean. `null` counts as absent, as in Terraform.
 * Every method throws a DeploymentError for a value that it cannot read.
 */
export class Block {
  private readonly unread: Set<string>;

  /**
   * @param address Terraform address or API id of the object.
   * @param path Where in the object the block is; empty for the object itself.
   * @param reading How texts are written. @default as Terraform escapes them
   */
  constructor(
    readonly address: string,
    readonly path: string,
    private readonly attributes: Readonly<Record<string, unknown>>,
    private readonly reading: TextReading = unescapeText,
  ) {
    this.unread = new Set(Object.keys(attributes).filter((key) => this.has(key)));
  }

  /** The object of an attribute's value. */
  static of(address: string, path: string, value: unknown, reading: TextReading = unescapeText): Block {
    if (!isObject(value)) throw new DeploymentError(address, path, 'not an object', value);
    return new Block(address, path, value, reading);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.attributes, key) && this.attributes[key] !== null;
  }

  /** The same block without some of its attributes. */
  without(isLeftOut: (key: string, value: unknown) => boolean): Block {
    const kept = this.entries().filter(([key, value]) => !isLeftOut(key, value));
    return new Block(this.address, this.path, Object.fromEntries(kept), this.reading);
  }

  /** True for what is absent or holds nothing: false, empty text, an empty list or object. */
  isEmpty(key: string): boolean {
    return !this.has(key) || isEmpty(this.attributes[key]);
  }

  /** Every attribute with its value, unread: for objects whose keys are names. */
  entries(): [string, unknown][] {
    return Object.entries(this.attributes);
  }

  /** Attributes that do not decide who is paged or when. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.unread.delete(key);
  }

  /** Attributes that hold nothing, see {@link isEmpty}: a vendor answers many of them. */
  ignoreEmpty(): void {
    for (const key of this.unread) if (this.isEmpty(key)) this.unread.delete(key);
  }

  /** Throws for the attributes that were neither read nor ignored; shows no value, which may be a secret. */
  done(): void {
    const [key] = this.unread;
    if (key !== undefined) throw this.error(key, 'the rehearsal does not understand this attribute');
  }

  /** Text as the vendor receives it. */
  text(key: string): string {
    return this.readText(key, this.take(key));
  }

  texts(key: string): string[] {
    return this.list(key).map((value, index) => this.readText(`${key}[${index}]`, value));
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T {
    return this.readOneOf(key, this.text(key), allowed);
  }

  someOf<T extends string>(key: string, allowed: readonly T[]): T[] {
    return this.texts(key).map((text, index) => this.readOneOf(`${key}[${index}]`, text, allowed));
  }

  /** A number, or the text of one: Terraform takes both. */
  number(key: string): number {
    const value = this.take(key);
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    throw this.error(key, 'not a number', value);
  }

  integer(key: string, least: number, most: number): number {
    const value = this.number(key);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw this.error(key, `not a whole number from ${least} to ${most}`, value);
  }

  boolean(key: string): boolean {
    const value = this.take(key);
    if (typeof value === 'boolean') return value;
    throw this.error(key, 'neither true nor false', value);
  }

  instant(key: string): Temporal.Instant {
    return this.parse(key, 'an instant in RFC 3339', (text) =>
      INSTANT.test(text) ? Temporal.Instant.from(text) : undefined,
    );
  }

  /** An IANA zone that this machine knows. */
  timeZone(key: string): string {
    return this.parse(key, 'a time zone', (text) => {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
      return text;
    });
  }

  /** Text that `read` makes something of; it may throw a RangeError or return undefined where it cannot. */
  parse<T>(key: string, what: string, read: (text: string) => T | undefined): T {
    const text = this.text(key);
    try {
      const value = read(text);
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw this.error(key, `not ${what}`, text);
  }

  reference(key: string): Reference {
    return this.readReference(key, this.take(key), true);
  }

  /** A reference to a secret: where it is none, the error does not show what it is. */
  secretReference(key: string): Reference {
    return this.readReference(key, this.take(key), false);
  }

  references(key: string): Reference[] {
    return this.list(key).map((value, index) => this.readReference(`${key}[${index}]`, value, true));
  }

  /** A nested block that occurs once, written as an object or as a list of one. */
  block(key: string): Block {
    const [block, ...more] = this.blocks(key);
    if (block === undefined || more.length > 0)
      throw this.error(key, 'not exactly one block', this.attributes[key]);
    return block;
  }

  /** Nested blocks in their order, at least one; a single one may be written as an object. */
  blocks(key: string): Block[] {
    const value = this.take(key);
    if (!Array.isArray(value)) return [this.nested(key, value)];
    if (value.length === 0) throw this.error(key, 'needs at least one', value);
    return value.map((entry, index) => this.nested(`${key}[${index}]`, entry));
  }

  /** Nested blocks in their order, as a list that may be empty or absent. */
  blocksIfAny(key: string): Block[] {
    if (!this.has(key)) return [];
    return this.list(key).map((entry, index) => this.nested(`${key}[${index}]`, entry));
  }

  /** An error about one attribute of this block. */
  error(key: string, problem: string, value?: unknown): DeploymentError {
    return new DeploymentError(this.address, this.at(key), problem, value);
  }

  private nested(key: string, value: unknown): Block {
    return Block.of(this.address, this.at(key), value, this.reading);
  }

  private at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  private take(key: string): unknown {
    if (!this.has(key)) throw this.error(key, 'missing');
    this.unread.delete(key);
    return this.attributes[key];
  }

  private list(key: string): unknown[] {
    const value = this.take(key);
    if (Array.isArray(value)) return value;
    throw this.error(key, 'not a list', value);
  }

  private readText(key: string, value: unknown): string {
    if (typeof value !== 'string') throw this.error(key, 'not text', value);
    const text = this.reading(value);
    if (text === undefined)
      throw this.error(key, 'contains a template that only Terraform can evaluate', value);
    return text;
  }

  private readOneOf<T extends string>(key: string, text: string, allowed: readonly T[]): T {
    const found = allowed.find((candidate) => candidate === text);
    if (found === undefined) throw this.error(key, `not one of ${allowed.join(', ')}`, text);
    return found;
  }

  private readReference(key: string, value: unknown, shown: boolean): Reference {
    const parsed = typeof value === 'string' ? parseReference(value) : undefined;
    if (parsed === undefined) throw this.error(key, 'not a reference', shown ? value : undefined);
    return { ...parsed, address: this.address, path: this.at(key) };
  }
}

/** True for a JSON object, not a list and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === false || value === '' || (isObject(value) && Object.keys(value).length === 0);
}
