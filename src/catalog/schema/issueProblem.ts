import type * as z from 'zod';
import { didYouMean } from '../../text/nearest';
import type { DiagnosticCode } from '../codes';
import type { Problem } from '../problems';

type Issue = z.core.$ZodIssue;

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a map of keys and values'],
  ['record', 'a map of keys and values'],
]);

/**
 * The message that zod puts into an issue without one: for an unknown key, the list of
 * known keys, which the issue itself lacks.
 */
export function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.inst as z.ZodObject | undefined)?.shape ?? {};
  return Object.keys(shape).join(' ');
}

/** The problem to report for an unknown key. */
export function unknownKeyProblem(issue: Issue, key: string): Problem {
  const keys = issue.message.split(' ');
  return { code: 'DATA001', message: 'unknown key', value: key, wayOut: didYouMean(key, keys, 'keys') };
}

/**
 * An issue of zod in words for people.
 * @param value the value at the issue's path; undefined if there is none
 */
export function issueProblem(issue: Issue, value: unknown): Problem {
  const key = String(issue.path.at(-1) ?? '');
  if (value === undefined) return missingKeyProblem(issue, key);
  switch (issue.code) {
    case 'custom': {
      const code = (issue.params?.['code'] ?? 'DATA004') as DiagnosticCode;
      return {
        code,
        message: issue.message,
        value,
        wayOut: String(issue.params?.['wayOut'] ?? 'correct it'),
      };
    }
    case 'invalid_key': {
      const inner = issue.issues[0];
      return inner === undefined
        ? { code: 'DATA004', message: 'not a valid id', value: key, wayOut: 'rename it' }
        : issueProblem(inner, key);
    }
    case 'invalid_type':
      return typeProblem(issue, value);
    case 'invalid_value':
      return valueProblem(issue.values.map(String), typeof issue.values[0], value);
    case 'invalid_union':
      return issue.errors.length > 0
        ? { code: 'DATA003', message: `cannot be ${nameOfType(value)}`, value, wayOut: issue.message }
        : valueProblem(kindsOf(issue), 'string', value);
    case 'too_small':
      return rangeProblem(issue.origin, `at least ${issue.minimum}`, value);
    case 'too_big':
      return rangeProblem(issue.origin, `at most ${issue.maximum}`, value);
    default:
      return { code: 'DATA004', message: 'malformed value', value, wayOut: 'correct it' };
  }
}

/**
 * The issues to report: for a union of types, those of the only type that fits the value;
 * the union's own issue if none fits, or several do.
 */
export function issuesToReport(issue: Issue, value: unknown): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.filter((branch) => branch.every((inner) => !isOtherType(inner, value)));
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) return [issue];
  return only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isOtherType(issue: Issue, value: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_value') return typeof issue.values[0] !== typeof value;
  return issue.code === 'invalid_type';
}

/** The allowed discriminants of a union, which zod passes along but does not declare. */
function kindsOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function missingKeyProblem(issue: Issue, key: string): Problem {
  const how = hintOf(issue);
  return {
    code: 'DATA002',
    message: `the key "${key}" is missing`,
    wayOut: `add ${key}${how ? `: ${how}` : ''}`,
  };
}

function typeProblem(issue: z.core.$ZodIssueInvalidType, value: unknown): Problem {
  if (issue.expected === 'int' && typeof value === 'number') {
    return { code: 'DATA005', message: 'not a whole number', value, wayOut: 'write a whole number' };
  }
  const expected = EXPECTED.get(issue.expected) ?? issue.expected;
  const quotes = issue.expected === 'string' && typeof value === 'number' ? ', in quotes' : '';
  return {
    code: 'DATA003',
    message: `expected ${expected}, found ${nameOfType(value)}`,
    value,
    wayOut: hintOf(issue) ?? `write ${expected}${quotes}`,
  };
}

function valueProblem(words: readonly string[], type: string, value: unknown): Problem {
  const listed = `write one of: ${words.join(', ')}`;
  const sameType = typeof value === type;
  if (!sameType) {
    return { code: 'DATA003', message: `cannot be ${nameOfType(value)}`, value, wayOut: listed };
  }
  if (typeof value !== 'string')
    return { code: 'DATA005', message: 'value out of range', value, wayOut: listed };
  return { code: 'DATA004', message: 'unknown value', value, wayOut: didYouMean(value, words, 'values') };
}

function rangeProblem(origin: string, bound: string, value: unknown): Problem {
  if (origin === 'array' || origin === 'set') {
    const empty = Array.isArray(value) && value.length === 0;
    return {
      code: 'DATA005',
      message: empty
        ? 'the list is empty'
        : `the list has ${Array.isArray(value) ? value.length : 'other'} entries`,
      value,
      wayOut: `write ${bound} ${bound.endsWith(' 1') ? 'entry' : 'entries'}`,
    };
  }
  return { code: 'DATA005', message: 'value out of range', value, wayOut: `write ${bound}` };
}

/** The fix that the schema itself gives; zod's own messages start with "Invalid". */
function hintOf(issue: Issue): string | undefined {
  return issue.code === 'invalid_type' && !issue.message.startsWith('Invalid') ? issue.message : undefined;
}

function nameOfType(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys and values';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'string' ? 'text' : 'a number';
}
