import * as z from 'zod';
import { badRequest } from './refusal';

/** The body of a request as text, whatever its content type: the provider sends YAML as JSON. */
export function textBody(body: unknown): string {
  return typeof body === 'string' ? body : '';
}

/**
 * The body of a request as JSON, checked against a shape.
 * @throws Refusal 400 with the first problem, in the words of Datadog's JSON Schema validator
 */
export function jsonBody<T>(body: unknown, shape: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(textBody(body));
  } catch {
    throw badRequest('Invalid JSON structure');
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw badRequest('Invalid body');
  throw badRequest(issueText(issue));
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `'${key}'`).join(', ');
    return `Additional properties are not allowed (${keys} ${issue.keys.length > 1 ? 'were' : 'was'} unexpected)`;
  }
  return `The value provided for parameter '${issue.path.join('.')}' is invalid: ${issue.message}`;
}

/** Whether a zone is in IANA's list; Datadog does not publish its own. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

const PageQuery = z.object({
  'page[limit]': z.coerce.number().int().min(1).max(1000).default(100),
  'page[offset]': z.coerce.number().int().min(0).default(0),
});

/** The page of a list that a v2 query asks for (`page[limit]`, `page[offset]`). */
export function pageOf<T>(items: readonly T[], query: unknown): T[] {
  const { 'page[limit]': limit, 'page[offset]': offset } = PageQuery.catch({
    'page[limit]': 100,
    'page[offset]': 0,
  }).parse(query);
  return items.slice(offset, offset + limit);
}

/** One parameter of the query, as text. */
export function queryText(query: unknown, name: string): string | undefined {
  const value = (query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
