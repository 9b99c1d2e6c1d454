import { invalid, notFound } from './apiError';
import type { PagerDutyState } from './state';

/**
 * The next object's id, in PagerDuty's form.
 * @example
 * newId(state) // 'P000001'
 */
export function newId(state: PagerDutyState): string {
  const id = `P${state.nextId.toString(36).toUpperCase().padStart(6, '0')}`;
  state.nextId += 1;
  return id;
}

/**
 * The object with this id.
 * @throws PagerDutyError 404 if there is none
 */
export function found<T extends { readonly id: string }>(objects: readonly T[], id: string): T {
  const object = objects.find((each) => each.id === id);
  if (object === undefined) throw notFound();
  return object;
}

/**
 * Removes an object.
 * @throws PagerDutyError 404 if there is none
 */
export function removed<T extends { readonly id: string }>(objects: T[], id: string): T {
  const object = found(objects, id);
  objects.splice(objects.indexOf(object), 1);
  return object;
}

/**
 * Refuses a name that another object has; PagerDuty ignores case.
 * @param own id of the object itself
 * @throws PagerDutyError
 */
export function refuseDuplicate(
  objects: readonly { readonly id: string; readonly name: string }[],
  name: string,
  own?: string,
): void {
  const taken = objects.some((each) => each.id !== own && each.name.toLowerCase() === name.toLowerCase());
  if (taken) throw invalid('Name has already been taken');
}

/**
 * The fields that all objects and references have.
 * @param type e.g. `team`; a reference's type ends in `_reference`
 */
export function header(type: string, id: string, summary: string): Header {
  const plain = type.replace(/_reference$/, '');
  const path = `${plain === 'escalation_policy' ? 'escalation_policies' : `${plain}s`}/${id}`;
  return {
    id,
    type,
    summary,
    self: `https://api.pagerduty.com/${path}`,
    html_url: `https://sandbox.pagerduty.com/${path}`,
  };
}

/** The fields that all PagerDuty objects have. */
export interface Header {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
  readonly self: string;
  readonly html_url: string;
}
