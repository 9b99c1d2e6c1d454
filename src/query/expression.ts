import { FUNCTIONS, METHODS, SPACE } from './functions';
import type { QueryReader } from './queryReader';

/** The points of a metric's series, merged in each minute. */
export interface SeriesExpression {
  readonly kind: 'series';
  /** How series are merged, e.g. `max`. */
  readonly space: string;
  readonly metric: string;
  /** Between the braces, e.g. `env:prod,!team:x`, or `*`. */
  readonly scope: string;
  /** Tags that split it; empty if it is one. */
  readonly by: readonly string[];
}

/** A function of one or more expressions, or one that follows an expression after a dot. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Expression[];
  /** Whatever else is between the parentheses. */
  readonly options: readonly string[];
}

/** Two expressions, joined minute by minute. */
export interface ArithmeticExpression {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-' | '*' | '/';
  readonly left: Expression;
  readonly right: Expression;
}

/** What a metric query aggregates over time. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | SeriesExpression
  | CallExpression
  | ArithmeticExpression;

/**
 * Reads the expression of a metric query, from the reader's position to its end.
 * @throws QueryError if it is malformed
 */
export function readExpression(reader: QueryReader): Expression {
  return readJoined(reader, /[+-]/, () => readJoined(reader, /[*/]/, () => readTerm(reader)));
}

/** All series of an expression, in its order. */
export function seriesOf(expression: Expression): readonly SeriesExpression[] {
  if (expression.kind === 'series') return [expression];
  return operandsOf(expression).flatMap(seriesOf);
}

/** Names of all functions of an expression. */
export function functionsOf(expression: Expression): readonly string[] {
  const own = expression.kind === 'call' ? [expression.name] : [];
  return [...own, ...operandsOf(expression).flatMap(functionsOf)];
}

function operandsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'call') return expression.operands;
  return expression.kind === 'arithmetic' ? [expression.left, expression.right] : [];
}

function readJoined(reader: QueryReader, operators: RegExp, readOperand: () => Expression): Expression {
  let left = readOperand();
  for (let operator = reader.take(operators); operator !== undefined; operator = reader.take(operators)) {
    const right = readOperand();
    left = { kind: 'arithmetic', operator: operator as ArithmeticExpression['operator'], left, right };
  }
  return left;
}

function readTerm(reader: QueryReader): Expression {
  if (reader.take(/\(/)) {
    const inner = readExpression(reader);
    reader.expect(/\)/, "')'");
    return inner;
  }
  const number = reader.take(/-?\d+(\.\d+)?/);
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  const word = reader.expect(/[A-Za-z_]\w*/, 'a metric or a function');
  if (reader.take(/\(/)) return withMethods(reader, readCall(reader, word));
  reader.expect(/:/, `':' after '${word}'`);
  if (!SPACE.includes(word)) reader.fail(`unknown space aggregator '${word}'`);
  return withMethods(reader, readSeries(reader, word));
}

function readCall(reader: QueryReader, name: string): Expression {
  if (!FUNCTIONS.has(name)) reader.fail(`unknown function '${name}'`);
  const operands = [readExpression(reader)];
  const options: string[] = [];
  while (reader.take(/,/)) {
    const option = reader.take(/'[^']*'|\w+=('[^']*'|[\w.]+)/);
    if (option === undefined) operands.push(readExpression(reader));
    else options.push(option);
  }
  reader.expect(/\)/, `')' after '${name}(…'`);
  return { kind: 'call', name, operands, options };
}

function readSeries(reader: QueryReader, space: string): Expression {
  const metric = reader.expect(/[A-Za-z][\w.]{0,199}/, 'a metric name');
  const [, scope = ''] = /^\{(.*)\}$/.exec(reader.expect(/\{[^{}]*\}/, "a scope in '{…}'")) ?? [];
  checkScope(reader, scope);
  const groups = reader.take(/by\s*\{\s*[\w./-]+(\s*,\s*[\w./-]+)*\s*\}/) ?? '';
  const by = /\{(.*)\}/.exec(groups)?.[1]?.split(',') ?? [];
  return { kind: 'series', space, metric, scope: scope.trim(), by: by.map((key) => key.trim()) };
}

function withMethods(reader: QueryReader, expression: Expression): Expression {
  let whole = expression;
  while (reader.take(/\./)) {
    const name = reader.expect(/[a-z_]+/, 'a function after the dot');
    if (!METHODS.has(name)) reader.fail(`unknown function '${name}'`);
    const options = reader.expect(/\([^()]*\)/, `'(…)' after '${name}'`).slice(1, -1);
    whole = { kind: 'call', name, operands: [whole], options: options === '' ? [] : options.split(',') };
  }
  return whole;
}

/** `*`, a list of tags, or tags joined by AND, OR, NOT and IN. */
function checkScope(reader: QueryReader, scope: string): void {
  const isBoolean = /\b(AND|OR|NOT|IN)\b/.test(scope);
  const tags = isBoolean ? scope.split(/\b(?:AND|OR|NOT|IN)\b|[(),\s]/) : scope.split(',');
  const given = tags.map((tag) => tag.trim()).filter((tag) => !isBoolean || tag !== '');
  for (const tag of given) {
    if (!/^(\*|[!-]?[A-Za-z$][\w./-]*(:[^\s{},]+)?)$/.test(tag)) reader.fail(`'${tag}' is not a valid tag`);
  }
}
