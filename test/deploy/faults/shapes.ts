import type { Call } from '../../../src/sandbox';

/** Calls of a deploy by their shape, and how often each occurs. */
export type Shapes = Readonly<Record<string, number>>;

/** Ids as the sandbox's two vendors make them: `P00001A`, a UUID, a number. */
const ID = /\/(P[0-9A-Z]{6}|[0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=\/|$)/g;

/**
 * A call without what differs from run to run: the ids in its path and its query.
 * Which call of a deploy comes when depends on Terraform's graph, so a fault is
 * addressed as the i-th call of a shape.
 * @example
 * shapeOf({ method: 'GET', path: '/pagerduty/teams/P000006/members' }) // 'GET /pagerduty/teams/{id}/members'
 */
export function shapeOf({ method, path }: Pick<Call, 'method' | 'path'>): string {
  return `${method} ${path.replace(ID, '/{id}').replace(/\/services\/[a-z]+$/, '/services/{name}')}`;
}

/** Whether calls of a shape change something. Monitors are validated with a POST that changes nothing. */
export function changes(shape: string): boolean {
  return !/^GET |\/validate$/.test(shape);
}

/** How often each shape occurs, in the order of shapes. */
export function countShapes(calls: readonly Call[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(shapeOf(call), (counts.get(shapeOf(call)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b)));
}
