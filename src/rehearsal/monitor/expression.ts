import type { Expression, SeriesExpression } from '../../query';
import type { Refused } from './notPlayed';

/** The series that a part of a query reads, and how they are merged. */
export interface PlayedSeries {
  readonly kind: 'series';
  /** How several series become one, minute by minute. */
  readonly space: 'avg' | 'sum' | 'min' | 'max';
  /** The metric's name in Datadog. */
  readonly metric: string;
  /** Tags that a series must have, all of them, as `key:value`; a `*` stands for any text. */
  readonly tags: readonly string[];
  /** Tags that it must not have. */
  readonly without: readonly string[];
  /** Keys of the tags whose values are groups of their own. */
  readonly by: readonly string[];
}

/** An expression that the rehearsal can evaluate minute by minute. */
export type PlayedExpression =
  | { readonly kind: 'number'; readonly value: number }
  | PlayedSeries
  | { readonly kind: 'abs' | 'default_zero'; readonly of: PlayedExpression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: PlayedExpression;
      readonly right: PlayedExpression;
    };

const SPACES = ['avg', 'sum', 'min', 'max'] as const;
const TAG = /^(!?)([A-Za-z][\w./-]*:[\p{L}\p{M}\p{N}_.:/*-]+)$/u;

/**
 * The expression of a query as the rehearsal plays it.
 * @param refused makes the error for what the rehearsal does not understand
 * @throws NotPlayedError
 */
export function playedExpression(expression: Expression, refused: Refused): PlayedExpression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'series':
      return played(expression, refused);
    case 'arithmetic': {
      const { kind, operator, left, right } = expression;
      const sides = [left, right].map((side) => playedExpression(side, refused));
      return { kind, operator, left: sides[0] as PlayedExpression, right: sides[1] as PlayedExpression };
    }
    case 'call':
      return playedCall(expression, refused);
  }
}

function playedCall(
  { name, operands, options }: Extract<Expression, { kind: 'call' }>,
  refused: Refused,
): PlayedExpression {
  const [operand] = operands;
  if (operand === undefined || operands.length > 1 || options.length > 0 || !PLAYED.has(name)) {
    throw refused('the rehearsal cannot play this function', name);
  }
  const of = playedExpression(operand, refused);
  // Points of the rehearsal are counts of a minute already.
  return name === 'as_count' ? of : { kind: name as 'abs' | 'default_zero', of };
}

const PLAYED = new Set(['abs', 'default_zero', 'as_count']);

function played({ space, metric, scope, by }: SeriesExpression, refused: Refused): PlayedSeries {
  const known = SPACES.find((each) => each === space);
  if (known === undefined) throw refused('the rehearsal cannot play this aggregator', space);
  const tags = scope === '*' ? [] : scope.split(',').map((tag) => tag.trim());
  const read = tags.map((tag) => {
    const [, excludes, text] = TAG.exec(tag) ?? [];
    if (text === undefined) throw refused('the rehearsal cannot play this scope', tag);
    return { text, isExcluded: excludes === '!' };
  });
  return {
    kind: 'series',
    space: known,
    metric,
    tags: read.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text),
    without: read.filter(({ isExcluded }) => isExcluded).map(({ text }) => text),
    by,
  };
}

/** What an expression reads, each series once. */
export function playedSeries(expression: PlayedExpression): readonly PlayedSeries[] {
  const all = leavesOf(expression);
  const key = ({ metric, tags, without, by }: PlayedSeries) => JSON.stringify([metric, tags, without, by]);
  return [...new Map(all.map((series) => [key(series), series])).values()];
}

function leavesOf(expression: PlayedExpression): readonly PlayedSeries[] {
  if (expression.kind === 'series') return [expression];
  if (expression.kind === 'arithmetic') return [expression.left, expression.right].flatMap(leavesOf);
  return expression.kind === 'number' ? [] : leavesOf(expression.of);
}
