import type { Temporal } from 'temporal-polyfill';
import { type DeploymentError, UNKNOWN_ATTRIBUTE } from '../deploymentError';
import type { Reference } from './reference';
import { unescapeText } from './text';
import { isObject, type TextReading, Value } from './value';

/**
 * Reads one block of a JSON object, Terraform's or a vendor's, and remembers which
 * attributes were read: `done` throws for one that nobody read, because it may change
 * what the others mean. `null` counts as absent, as in Terraform.
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

  /** The block of an attribute's value, which must be an object. */
  static of(address: string, path: string, value: unknown, reading: TextReading = unescapeText): Block {
    return new Block(address, path, new Value(address, path, value, reading).attributes(), reading);
  }

  /** Whether the attribute is there and not null. */
  has(key: string): boolean {
    return Object.hasOwn(this.attributes, key) && this.attributes[key] !== null;
  }

  /** The same block without some of its attributes. */
  without(isLeftOut: (key: string, value: unknown) => boolean): Block {
    const kept = this.entries().filter(([key, value]) => !isLeftOut(key, value));
    return new Block(this.address, this.path, Object.fromEntries(kept), this.reading);
  }

  /** True if the attribute is absent or holds nothing: false, empty text, an empty list or object. */
  isEmpty(key: string): boolean {
    return !this.has(key) || isEmpty(this.attributes[key]);
  }

  /** Every attribute with its value, unread: for objects whose keys are names. */
  entries(): [string, unknown][] {
    return Object.entries(this.attributes);
  }

  /** Skips attributes that do not decide who is paged or when. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.unread.delete(key);
  }

  /** Skips attributes that hold nothing, see {@link isEmpty}: vendors return many of them. */
  ignoreEmpty(): void {
    for (const key of this.unread) if (this.isEmpty(key)) this.unread.delete(key);
  }

  /** Throws for an attribute that was neither read nor ignored; shows no value, which may be a secret. */
  done(): void {
    const [key] = this.unread;
    if (key !== undefined) throw this.error(key, UNKNOWN_ATTRIBUTE);
  }

  /** Text as the vendor receives it. */
  text(key: string): string {
    return this.take(key).text();
  }

  /** A list of texts. */
  texts(key: string): string[] {
    return this.list(key).map((value) => value.text());
  }

  /** Text that is one of the words. */
  oneOf<T extends string>(key: string, allowed: readonly T[]): T {
    return this.take(key).oneOf(allowed);
  }

  /** A list of texts that are each one of the words. */
  someOf<T extends string>(key: string, allowed: readonly T[]): T[] {
    return this.list(key).map((value) => value.oneOf(allowed));
  }

  /** A number, or the text of one: Terraform takes both. */
  number(key: string): number {
    return this.take(key).number();
  }

  /** A whole number within bounds, both included. */
  integer(key: string, least: number, most: number): number {
    return this.take(key).integer(least, most);
  }

  /** True or false, not their text. */
  boolean(key: string): boolean {
    return this.take(key).boolean();
  }

  /** An instant in RFC 3339. */
  instant(key: string): Temporal.Instant {
    return this.take(key).instant();
  }

  /** An IANA zone that this machine knows. */
  timeZone(key: string): string {
    return this.take(key).timeZone();
  }

  /** Text that `read` turns into something else, see {@link Value.parse}. */
  parse<T>(key: string, what: string, read: (text: string) => T | undefined): T {
    return this.take(key).parse(what, read);
  }

  /** A reference to another object's attribute. */
  reference(key: string): Reference {
    return this.take(key).reference();
  }

  /** A reference to a secret, which no error shows. */
  secretReference(key: string): Reference {
    return this.take(key).secretReference();
  }

  /** A list of references. */
  references(key: string): Reference[] {
    return this.list(key).map((value) => value.reference());
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
    return this.take(key)
      .oneOrMore()
      .map((value) => this.nested(value));
  }

  /** Nested blocks in their order, as a list that may be empty or absent. */
  blocksIfAny(key: string): Block[] {
    return this.has(key) ? this.list(key).map((value) => this.nested(value)) : [];
  }

  /** An error about one attribute of this block. */
  error(key: string, problem: string, received?: unknown): DeploymentError {
    return this.value(key).error(problem, received);
  }

  private nested(value: Value): Block {
    return new Block(value.address, value.path, value.attributes(), this.reading);
  }

  private list(key: string): Value[] {
    return this.take(key).entries();
  }

  private take(key: string): Value {
    if (!this.has(key)) throw this.error(key, 'missing');
    this.unread.delete(key);
    return this.value(key);
  }

  private value(key: string): Value {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return new Value(this.address, path, this.attributes[key], this.reading);
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === false || value === '' || (isObject(value) && Object.keys(value).length === 0);
}
