import * as z from 'zod';
import {
  functionsOf,
  METRIC_TYPES,
  metricQuery,
  OTHER_TYPES,
  QueryError,
  queryEnd,
  TYPES_THAT_NEED_MORE,
} from '../../query';
import { didYouMean } from '../../text/nearest';
import { codePoint, INVISIBLE } from '../../text/visible';
import { NO_DATA, type NoData } from '../model/alertRule';
import { addValueProblem, checkedString, type ValueProblem } from './valueProblem';

/** Longest query: Datadog publishes no limit, and nobody reads a longer one. */
const MAX_LENGTH = 4000;

const QUERY_WAY_OUT = 'write the query as Datadog shows it under "Export Monitor", in quotes';

/** Types whose query alone makes a monitor. */
const TYPES: readonly string[] = [...METRIC_TYPES, ...Object.keys(OTHER_TYPES)];

const query = checkedString(textProblem, QUERY_WAY_OUT, { minLength: 1, maxLength: MAX_LENGTH });

const type = checkedString(typeProblem, `write one of: ${TYPES.join(', ')}`, { enum: [...TYPES] });

/** The keys of a rule of kind `query`, besides the common ones. */
const KEYS = {
  kind: z.literal('query').describe('Fires when a Datadog query says so'),
  query: query.describe("The monitor's query as Datadog shows it, ending in its threshold"),
  type: type.default('query alert').describe("The monitor's type in Datadog (default: query alert)"),
  noData: z
    .enum(NO_DATA)
    .exactOptional()
    .describe(
      "What missing data does: alert, ignore or resolve (default: alert for metrics, else Datadog's)",
    ),
};

/**
 * A rule of kind `query`.
 * @param common the keys of every rule
 */
export function queryRule<Common extends z.ZodRawShape>(common: Common) {
  return z.strictObject({ ...common, ...KEYS }).superRefine((rule, context) => {
    const { query: text, type: kind, noData } = rule as Given;
    if (!TYPES.includes(kind)) return;
    const problem = queryProblem(text, kind);
    if (problem !== undefined) addValueProblem(context, problem, ['query']);
    else if (noData !== undefined) {
      const silence = noDataProblem(text, kind);
      if (silence !== undefined) addValueProblem(context, silence, ['noData']);
    }
  });
}

/** What the checks look at; the type of a generic object is too wide for them. */
interface Given {
  readonly query: string;
  readonly type: string;
  readonly noData?: NoData;
}

function textProblem(value: string): ValueProblem | undefined {
  if (value.length > MAX_LENGTH) {
    return {
      code: 'TEXT003',
      message: `${value.length} characters; at most ${MAX_LENGTH} are allowed`,
      wayOut: 'shorten it',
    };
  }
  const invisible = INVISIBLE.exec(value)?.[0];
  if (invisible === undefined) return undefined;
  return {
    code: 'TEXT002',
    message: `control or invisible character ${codePoint(invisible)}`,
    wayOut: 'write the query on one line, without it',
  };
}

function typeProblem(value: string): ValueProblem | undefined {
  if (TYPES.includes(value)) return undefined;
  const more = TYPES_THAT_NEED_MORE[value];
  if (more === undefined) {
    return {
      code: 'DATA004',
      message: 'not a Datadog monitor type',
      wayOut: didYouMean(value, TYPES, 'types'),
    };
  }
  return {
    code: 'ALRT005',
    message: `a query alone does not make a monitor of this type: ${more}`,
    wayOut: 'write it in Terraform: docs/your-own-resources.md',
  };
}

/** What Datadog refuses of a query, as far as its published grammar says. */
function queryProblem(text: string, kind: string): ValueProblem | undefined {
  const end = queryEnd(text);
  if (end === undefined) {
    return {
      code: 'ALRT004',
      message: 'the query does not end in a comparison with a number',
      wayOut: 'write the threshold at its end, e.g. > 3600',
    };
  }
  if (!/^-?\d+(\.\d+)?$/.test(end.number)) {
    return {
      code: 'ALRT004',
      message: `the threshold ${end.number} is not written in plain digits`,
      wayOut: `write ${Number(end.number)}`,
    };
  }
  const other = OTHER_TYPES[kind];
  if (other !== undefined) return otherProblem(text, kind, other.begins);
  try {
    metricQuery(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return {
      code: 'ALRT004',
      message: `Datadog refuses this query: ${error.message}`,
      wayOut: QUERY_WAY_OUT,
    };
  }
}

function otherProblem(text: string, kind: string, begins: RegExp): ValueProblem | undefined {
  if (begins.test(text)) return undefined;
  if (/^formula\(/.test(text)) {
    return {
      code: 'ALRT005',
      message: 'a formula needs variables, and this rule has only a query',
      wayOut: 'write one query without a formula, or the monitor in Terraform: docs/your-own-resources.md',
    };
  }
  return {
    code: 'ALRT004',
    message: `not the query of a ${kind}, which begins differently`,
    wayOut: QUERY_WAY_OUT,
  };
}

/** The problem of `noData` if Datadog has no such option for the query. */
function noDataProblem(text: string, kind: string): ValueProblem | undefined {
  if (OTHER_TYPES[kind]?.hasMissingData === false) {
    return {
      code: 'ALRT006',
      message: `Datadog has no noData option for a ${kind}`,
      wayOut: 'remove noData',
    };
  }
  if (OTHER_TYPES[kind] === undefined && functionsOf(metricQuery(text).expression).includes('default_zero')) {
    return {
      code: 'ALRT006',
      message: 'default_zero turns missing data into zeros, so Datadog refuses noData',
      wayOut: 'remove noData, or default_zero',
    };
  }
  return undefined;
}
