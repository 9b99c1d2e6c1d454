import { stackName, stacksByAddress } from '../../../src/deployment';

const stack = (name: string, resource: object = {}) => ({
  '//': { metadata: { stackName: name } },
  resource,
});

test('the name that cdktf notes; without it, an error that says where', () => {
  expect(stackName(stack('on-call-ba'))).toBe('on-call-ba');
  expect(() => stackName({ '//': { metadata: {} } })).toThrow('stackName');
});

test('the stack of each resource, by its address', () => {
  const all = stacksByAddress([
    stack('on-call', { pagerduty_team: { ba: {} }, pagerduty_schedule: { growth: {} } }),
    stack('empty'),
    stack('monitors', { datadog_monitor: { a__b: {} } }),
  ]);
  expect([...all]).toEqual([
    ['pagerduty_team.ba', 'on-call'],
    ['pagerduty_schedule.growth', 'on-call'],
    ['datadog_monitor.a__b', 'monitors'],
  ]);
});

test('what is no stack is said to be none; a stack may have no resources', () => {
  expect(() => stackName([])).toThrow('stack: not an object: []');
  expect(() => stacksByAddress([null])).toThrow('stack: not an object: null');
  expect([...stacksByAddress([{ '//': { metadata: { stackName: 'empty' } } }])]).toEqual([]);
});
