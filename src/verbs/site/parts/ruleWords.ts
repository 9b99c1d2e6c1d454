import { durationWords } from '../../../alerts/durationWords';
import { plainNumber } from '../../../alerts/plainNumber';
import type { AlertRule } from '../../../catalog';
import { counted } from '../../../text/counted';
import { listText } from '../../../time/localTime';

/**
 * When an alert fires, as a sentence.
 * @example
 * ruleSentence(rule) // 'Fires when the actual total_profit differs from the expected one by more than 1 %.'
 */
export function ruleSentence(rule: AlertRule): string {
  return `Fires when ${condition(rule)}.`;
}

function condition(rule: AlertRule): string {
  switch (rule.kind) {
    case 'deadline':
      return `the run of a business date is not complete by ${rule.by.toString({ smallestUnit: 'minute' })} on the next working day`;
    case 'discrepancy':
      return `the actual ${orText(rule.metrics)} differs from the expected one by more than ${plainNumber(rule.tolerancePercent)} %`;
    case 'freshness':
      return `the data lags by more than ${durationWords(rule.maxLag)}`;
    case 'trend':
      return `${orText(rule.metrics)} is more than ${plainNumber(rule.deviationPercent)} % away from the same weekday’s median of the past ${counted(rule.weeks, 'week')}`;
    case 'failure':
      return 'a run has failed, and none has succeeded since';
    case 'duration':
      return `a run takes longer than ${durationWords(rule.longerThan)}`;
    case 'range':
      return `${orText(rule.metrics)} is ${[
        ...(rule.min === undefined ? [] : [`below ${plainNumber(rule.min)}`]),
        ...(rule.max === undefined ? [] : [`above ${plainNumber(rule.max)}`]),
      ].join(' or ')}`;
    case 'missing':
      return `${orText(rule.metrics)} is not reported`;
    case 'metric': {
      const bound = rule.above === undefined ? `below ${rule.below}` : `above ${rule.above}`;
      return `the ${rule.aggregate} of ${rule.metric} over ${durationWords(rule.over)} is ${bound}${rule.unit === undefined ? '' : ` ${rule.unit}`}`;
    }
    default:
      return 'its query in Datadog does';
  }
}

function orText(names: readonly string[]): string {
  return listText(names).replace(/ and (?=\S+$)/, ' or ');
}
