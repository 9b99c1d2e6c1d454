import { handlesOf } from '../../src/alerts';
import { businessAnalytics, byTeam, dataEngineering, pipeline } from './fixture';
import { aggregateProfit, unitProfitExperiments } from './seed';

test('on-call: the service of the pipeline', () => {
  expect(handlesOf(aggregateProfit, {})).toEqual(['@pagerduty-aggregate-profit']);
});

test('office hours: both owners', () => {
  expect(handlesOf(unitProfitExperiments, {})).toEqual([
    '@aidil@xyz-tech.example',
    '@spencer@xyz-tech.example',
  ]);
});

test('office hours: a team is reached at its desk', () => {
  const keys = { coverage: 'office-hours', secondary: byTeam(businessAnalytics) } as const;
  expect(handlesOf({ ...unitProfitExperiments, ...keys }, {})).toEqual([
    '@aidil@xyz-tech.example',
    '@ba-desk@xyz-tech.example',
  ]);
});

test('an owner who cannot be written to is no silent gap', () => {
  const keys = { coverage: 'office-hours', secondary: byTeam(dataEngineering) } as const;
  expect(() => handlesOf(pipeline([], keys), {})).toThrow('aggregate-profit has an owner without an e-mail');
});

test('low urgency: the service of its own, by the rule or by the pipeline', () => {
  const low = pipeline([], { urgency: 'low' });
  expect(handlesOf(low, {})).toEqual(['@pagerduty-aggregate-profit-low']);
  expect(handlesOf(low, { urgency: 'high' })).toEqual(['@pagerduty-aggregate-profit']);
  expect(handlesOf(aggregateProfit, { urgency: 'low' })).toEqual(['@pagerduty-aggregate-profit-low']);
});
