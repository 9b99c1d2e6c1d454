import { readTerraformJson } from '../../../src/rehearsal';
import { changed, monitorsStack, onCallStack } from '../terraformFixture';
import { refusals } from './refusals';

const HOLIDAY = 'datadog_downtime_schedule.holiday';
const holiday = (path: string, value: string) => {
  const stack = changed(monitorsStack(), `resource/datadog_downtime_schedule/holiday/${path}`, value);
  return readTerraformJson([onCallStack(), stack]).downtimes.find(({ key }) => key === HOLIDAY);
};
const atPlan = (instant: string, before: string, after: string) =>
  `\${timecmp(plantimestamp(), "${instant}") < 0 ? ${before} : ${after}}`;
const whole = holiday('scope', 'env:prod');
const END = whole?.time.kind === 'once' ? `${whole.time.until}` : '';

test('one that is there until its own end is there; one for a later plan is not', () => {
  expect(holiday('count', atPlan(END, '1', '0'))).toEqual(whole);
  expect(holiday('count', atPlan(END, '0', '1'))).toBeUndefined();
});

test('a beginning that only counts while it is to come', () => {
  const start = atPlan('2026-02-16T10:00:00Z', '"2026-02-16T10:00:00Z"', 'null');
  expect(`${JSON.stringify(holiday('one_time_schedule/start', start)?.time)}`).toContain(
    '2026-02-16T10:00:00Z',
  );
});

refusals(monitorsStack, HOLIDAY, [
  ['a count', 'count', '${var.count}', 'whether it is deployed'],
  [
    'a count by another time than its end',
    'count',
    atPlan('2020-01-01T00:00:00Z', '1', '0'),
    'whether it is deployed',
  ],
  ['a number of them', 'count', atPlan('2020-01-01T00:00:00Z', '2', '0'), 'whether it is deployed'],
  ['a beginning that Terraform works out', 'one_time_schedule/start', '${timestamp()}', 'template'],
]);
