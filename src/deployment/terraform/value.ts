import { Temporal } from 'temporal-polyfill';
import { DeploymentError } from '../deploymentError';
import { parseReference, type Reference } from './reference';

/** RFC 3339 with an offset; Temporal alone would accept more than the vendors do. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Turns text as it is written into text as the vendor receives it; undefined if that cannot be known. */
export type TextReading = (text: string) => string | undefined;

/**
 * One value of a JSON object, with its place for errors.
 * Every method throws a DeploymentError for a value that it cannot read.
 */
export class Value {
  /**
   * @param address Terraform address or API id of the object.
   * @param path Where in the object the value is, e.g. `layer[0].end`.
   * @param raw The value as JSON has it.
   * @param reading How texts are written.
   */
  constructor(
    readonly address: string,
    readonly path: string,
    private readonly raw: unknown,
    private readonly reading: TextReading,
  ) {}

  /** Text as the vendor receives it. */
  text(): string {
    if (typeof this.raw !== 'string') throw this.error('not text', this.raw);
    const text = this.reading(this.raw);
    if (text === undefined)
      throw this.error('contains a template that only Terraform can evaluate', this.raw);
    return text;
  }

  /** Text that is one of the words. */
  oneOf<T extends string>(allowed: readonly T[]): T {
    const text = this.text();
    const found = allowed.find((candidate) => candidate === text);
    if (found === undefined) throw this.error(`not one of ${allowed.join(', ')}`, text);
    return found;
  }

  /** A number, or the text of one: Terraform takes both. */
  number(): number {
    if (typeof this.raw === 'number') return this.raw;
    if (typeof this.raw === 'string' && /^-?\d+(\.\d+)?$/.test(this.raw)) return Number(this.raw);
    throw this.error('not a number', this.raw);
  }

  /** A whole number within bounds, both included. */
  integer(least: number, most: number): number {
    const value = this.number();
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw this.error(least === most ? `not ${least}` : `not a whole number from ${least} to ${most}`, value);
  }

  /** True or false, not their text. */
  boolean(): boolean {
    if (typeof this.raw === 'boolean') return this.raw;
    throw this.error('neither true nor false', this.raw);
  }

  /** An instant in RFC 3339. */
  instant(): Temporal.Instant {
    return this.parse('an instant in RFC 3339', (text) =>
      INSTANT.test(text) ? Temporal.Instant.from(text) : undefined,
    );
  }

  /** An IANA zone that this machine knows. */
  timeZone(): string {
    return this.parse('a time zone', (text) => {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
      return text;
    });
  }

  /**
   * Text that `read` turns into something else.
   * @param what What the text has to be, with its article.
   * @param read May throw a RangeError or return undefined if it cannot.
   */
  parse<T>(what: string, read: (text: string) => T | undefined): T {
    const text = this.text();
    try {
      const value = read(text);
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw this.error(`not ${what}`, text);
  }

  /** A reference to another object's attribute. */
  reference(): Reference {
    return this.referenceOr(this.raw);
  }

  /** A reference to a secret: if the value is not a reference, the error does not show it. */
  secretReference(): Reference {
    return this.referenceOr(undefined);
  }

  /** The entries of a list, in order. */
  entries(): Value[] {
    if (!Array.isArray(this.raw)) throw this.error('not a list', this.raw);
    return this.raw.map(
      (entry, index) => new Value(this.address, `${this.path}[${index}]`, entry, this.reading),
    );
  }

  /** The entries of a list; of a single value, which may be written without a list, that one. */
  oneOrMore(): Value[] {
    if (!Array.isArray(this.raw)) return [this];
    if (this.raw.length === 0) throw this.error('needs at least one', this.raw);
    return this.entries();
  }

  /** The keys and values of an object. */
  attributes(): Readonly<Record<string, unknown>> {
    if (!isObject(this.raw)) throw this.error('not an object', this.raw);
    return this.raw;
  }

  /** An error about this value. */
  error(problem: string, received?: unknown): DeploymentError {
    return new DeploymentError(this.address, this.path, problem, received);
  }

  private referenceOr(shown: unknown): Reference {
    const parsed = typeof this.raw === 'string' ? parseReference(this.raw) : undefined;
    if (parsed === undefined) throw this.error('not a reference', shown);
    return { ...parsed, address: this.address, path: this.path };
  }
}

/** True for a JSON object, not a list and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
