import { parseReference } from '../../../src/deployment/terraform/reference';

test('a resource', () => {
  expect(parseReference('${pagerduty_schedule.Rotations_growth_Resource_1A2B3C4D.id}')).toEqual({
    type: 'pagerduty_schedule',
    target: 'pagerduty_schedule.Rotations_growth_Resource_1A2B3C4D',
    attribute: 'id',
  });
});

test('a data source', () => {
  expect(parseReference('${data.pagerduty_user.ba-desk.id}')).toEqual({
    type: 'data.pagerduty_user',
    target: 'data.pagerduty_user.ba-desk',
    attribute: 'id',
  });
});

test.each([
  'PXYZ123',
  'pagerduty_schedule.growth.id',
  '$${pagerduty_schedule.growth.id}',
  ' ${pagerduty_schedule.growth.id}',
  '${pagerduty_schedule.growth.id}\n',
  '${pagerduty_schedule.growth}',
  '${pagerduty_schedule.growth[0].id}',
  '${pagerduty_schedule.growth.layer[0].id}',
  '${tostring(pagerduty_schedule.growth.id)}',
  '${pagerduty_schedule.growth.id}${pagerduty_schedule.profit.id}',
])('%j is none', (text) => {
  expect(parseReference(text)).toBeUndefined();
});
