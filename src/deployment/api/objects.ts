import { DeploymentError } from '../deploymentError';
import { Block } from '../terraform/block';
import { isObject } from '../terraform/value';
import type { NamedObject, ObjectKind, UnreadableObject } from './account';
import { type PartialObject, Parts } from './parts';

/** Reads objects one by one, and collects what is not understood. */
export class ObjectReading {
  readonly unreadable: UnreadableObject[] = [];

  /** Reads each object, in order; returns those that are understood and those that are in part. */
  all<T>(kind: ObjectKind, values: readonly unknown[], read: PartReader<T>): Objects<T> {
    const whole: T[] = [];
    const partial: PartialObject<T>[] = [];
    for (const value of values) {
      const named = namedObject(kind, value);
      const parts = new Parts();
      const object = parts.attempt(() => read(apiBlock(kind, value), parts));
      this.unreadable.push(...parts.errors.map((error) => ({ ...named, error })));
      if (object === undefined) continue;
      // Without an error no part is missing.
      if (parts.errors.length === 0) whole.push(object as T);
      else partial.push({ value: object, ...named, unread: parts.unread as (keyof T)[] });
    }
    return { whole, partial };
  }
}

/** Reads an object from a block; a part that fails is collected in `parts` and left out of the object. */
export type PartReader<T> = (block: Block, parts: Parts) => Partial<T>;

/** Objects that are understood, and objects that are understood only in part. */
export interface Objects<T> {
  readonly whole: readonly T[];
  readonly partial: readonly PartialObject<T>[];
}

/** An object of a vendor's answer, whose texts are taken as they are. */
export function apiBlock(kind: string, value: unknown): Block {
  return Block.of(`${kind} ${idOf(value)}`, '', value, (text) => text);
}

/**
 * An object's id and name, before anything else of it is read.
 * @throws DeploymentError if it has no id
 */
export function namedObject(kind: ObjectKind, value: unknown): NamedObject {
  const key = idOf(value);
  if (key === '') throw new DeploymentError(kind, 'id', 'missing');
  return { kind, key, name: textOf(value, 'name'), description: textOf(value, 'description') };
}

/** The id as text; empty if there is none. */
export function idOf(value: unknown): string {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** An attribute that is text; empty if it is not. */
export function textOf(value: unknown, key: string): string {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}

/**
 * The object that an answer holds under its only key.
 * @throws DeploymentError if there is none
 */
export function enveloped(answer: unknown, key: string, what: string): unknown {
  const value = isObject(answer) ? answer[key] : undefined;
  if (isObject(value)) return value;
  throw new DeploymentError(what, key, 'missing from the answer');
}
