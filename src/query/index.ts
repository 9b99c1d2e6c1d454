export { type Expression, functionsOf, type SeriesExpression, seriesOf } from './expression';
export { type Aggregate, type Comparison, type MetricQuery, metricQuery } from './metricQuery';
export { METRIC_TYPES, OTHER_TYPES, sameType, TYPES_THAT_NEED_MORE } from './monitorTypes';
export { queryEnd } from './queryEnd';
export { QueryError } from './queryReader';
