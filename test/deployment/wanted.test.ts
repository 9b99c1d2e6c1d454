import { readTerraformJson, wantedOf } from '../../src/deployment';
import { monitorsStack, onCallStack } from './terraformFixture';

test('everything that is expected, by name, and our marks', () => {
  expect(wantedOf(readTerraformJson([onCallStack(), monitorsStack()]))).toEqual({
    schedules: ['Investor profit'],
    escalationPolicies: ['Aggregate profit'],
    services: ['Aggregate profit'],
    handles: ['aggregate-profit'],
    monitors: ['Late by ${amount}'],
    tag: 'managed-by:watchbill',
    description: 'Managed by Watchbill',
  });
});
