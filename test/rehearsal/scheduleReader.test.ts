import { Temporal } from 'temporal-polyfill';
import { DeploymentError } from '../../src/deployment';
import { onDutyAt, render } from '../../src/rehearsal';
import { at, layer, lines, schedule, span } from './fixture';

const CREW = ['aidil', 'thiru', 'choo', 'spencer'];
const seconds = (count: number) => Temporal.Duration.from({ seconds: count });
const time = (text: string) => Temporal.PlainTime.from(text);

describe('layers', () => {
  test('users take turns, in order, and begin again', () => {
    expect(lines(render(schedule([layer(CREW)]), span('2026-01-05T01:00Z', '2026-02-09T01:00Z')))).toEqual([
      '2026-01-05T01:00Z 2026-01-12T01:00Z aidil',
      '2026-01-12T01:00Z 2026-01-19T01:00Z thiru',
      '2026-01-19T01:00Z 2026-01-26T01:00Z choo',
      '2026-01-26T01:00Z 2026-02-02T01:00Z spencer',
      '2026-02-02T01:00Z 2026-02-09T01:00Z aidil',
    ]);
  });

  test('the last layer wins for as long as it is active, start included and end excluded', () => {
    const cover = layer(['choo'], { start: at('2026-01-13T16:00Z'), end: at('2026-01-14T16:00Z') });
    const covered = schedule([layer(CREW), cover]);
    expect(lines(render(covered, span('2026-01-12T01:00Z', '2026-01-26T01:00Z')))).toEqual([
      '2026-01-12T01:00Z 2026-01-13T16:00Z thiru',
      '2026-01-13T16:00Z 2026-01-14T16:00Z choo',
      '2026-01-14T16:00Z 2026-01-19T01:00Z thiru',
      '2026-01-19T01:00Z 2026-01-26T01:00Z choo',
    ]);
    expect(onDutyAt(covered, at('2026-01-13T15:59:59.999Z'))).toBe('thiru');
    expect(onDutyAt(covered, at('2026-01-13T16:00Z'))).toBe('choo');
    expect(onDutyAt(covered, at('2026-01-14T15:59:59.999Z'))).toBe('choo');
    expect(onDutyAt(covered, at('2026-01-14T16:00Z'))).toBe('thiru');
    expect(onDutyAt(schedule([cover, layer(CREW)]), at('2026-01-14T00:00Z'))).toBe('thiru');
  });

  test('an ended layer gives way to the one that begins there; without it nobody is on duty', () => {
    const ended = layer(CREW, { end: at('2026-01-19T01:00Z') });
    const next = layer(['spencer', 'choo'], {
      start: at('2026-01-19T01:00Z'),
      rotationVirtualStart: at('2026-01-19T01:00Z'),
    });
    const weeks = span('2026-01-12T01:00Z', '2026-02-02T01:00Z');
    expect(lines(render(schedule([ended, next]), weeks))).toEqual([
      '2026-01-12T01:00Z 2026-01-19T01:00Z thiru',
      '2026-01-19T01:00Z 2026-01-26T01:00Z spencer',
      '2026-01-26T01:00Z 2026-02-02T01:00Z choo',
    ]);
    expect(lines(render(schedule([ended]), weeks))).toEqual([
      '2026-01-12T01:00Z 2026-01-19T01:00Z thiru',
      '2026-01-19T01:00Z 2026-02-02T01:00Z -',
    ]);
  });

  test('a layer that begins after its virtual start begins in the middle of a turn', () => {
    const late = schedule([layer(CREW, { start: at('2026-01-14T00:00Z') })]);
    expect(lines(render(late, span('2026-01-10T00:00Z', '2026-01-20T00:00Z')))).toEqual([
      '2026-01-10T00:00Z 2026-01-14T00:00Z -',
      '2026-01-14T00:00Z 2026-01-19T01:00Z thiru',
      '2026-01-19T01:00Z 2026-01-20T00:00Z choo',
    ]);
  });

  test('before its virtual start a layer counts backwards', () => {
    const early = schedule([layer(CREW, { start: at('2025-12-01T01:00Z') })]);
    expect(lines(render(early, span('2025-12-01T01:00Z', '2026-01-12T01:00Z')))).toEqual([
      '2025-12-01T01:00Z 2025-12-08T01:00Z spencer',
      '2025-12-08T01:00Z 2025-12-15T01:00Z aidil',
      '2025-12-15T01:00Z 2025-12-22T01:00Z thiru',
      '2025-12-22T01:00Z 2025-12-29T01:00Z choo',
      '2025-12-29T01:00Z 2026-01-05T01:00Z spencer',
      '2026-01-05T01:00Z 2026-01-12T01:00Z aidil',
    ]);
  });

  test('a user who follows himself has one shift', () => {
    const twice = schedule([layer(['aidil', 'aidil', 'choo'])]);
    expect(lines(render(twice, span('2026-01-05T01:00Z', '2026-01-26T01:00Z')))).toEqual([
      '2026-01-05T01:00Z 2026-01-19T01:00Z aidil',
      '2026-01-19T01:00Z 2026-01-26T01:00Z choo',
    ]);
  });
});

describe('restrictions', () => {
  test('daily: the turns go on behind the mask, the layer below shows through', () => {
    const nights = layer(['choo', 'spencer'], {
      turnLength: seconds(86_400),
      restrictions: [{ kind: 'daily', from: time('22:00'), duration: seconds(36_000) }],
    });
    // Local 22:00 to 8:00 is 14:00 to 0:00 UTC; turns change at 1:00 UTC, in the masked day.
    const days = span('2026-01-05T01:00Z', '2026-01-08T01:00Z');
    expect(lines(render(schedule([layer(['aidil']), nights]), days))).toEqual([
      '2026-01-05T01:00Z 2026-01-05T14:00Z aidil',
      '2026-01-05T14:00Z 2026-01-06T00:00Z choo',
      '2026-01-06T00:00Z 2026-01-06T14:00Z aidil',
      '2026-01-06T14:00Z 2026-01-07T00:00Z spencer',
      '2026-01-07T00:00Z 2026-01-07T14:00Z aidil',
      '2026-01-07T14:00Z 2026-01-08T00:00Z choo',
      '2026-01-08T00:00Z 2026-01-08T01:00Z aidil',
    ]);
  });

  test("weekly across the week's end, and none below: a gap", () => {
    const weekends = layer(CREW, {
      restrictions: [{ kind: 'weekly', dayOfWeek: 6, from: time('00:00'), duration: seconds(212_400) }],
    });
    // Saturday 0:00 for 59 hours: until Monday 11:00 local, two hours into the next turn.
    expect(lines(render(schedule([weekends]), span('2026-01-09T00:00Z', '2026-01-13T00:00Z')))).toEqual([
      '2026-01-09T00:00Z 2026-01-09T16:00Z -',
      '2026-01-09T16:00Z 2026-01-12T01:00Z aidil',
      '2026-01-12T01:00Z 2026-01-12T03:00Z thiru',
      '2026-01-12T03:00Z 2026-01-13T00:00Z -',
    ]);
    expect(onDutyAt(schedule([weekends]), at('2026-01-12T02:59:59.999Z'))).toBe('thiru');
    expect(onDutyAt(schedule([weekends]), at('2026-01-12T03:00Z'))).toBeUndefined();
  });

  test('several let the layer stand where any of them does', () => {
    const mornings = { kind: 'daily', from: time('08:00'), duration: seconds(7_200) } as const;
    const noon = { kind: 'daily', from: time('09:00'), duration: seconds(14_400) } as const;
    const both = schedule([layer(['aidil'], { restrictions: [mornings, noon] })]);
    expect(lines(render(both, span('2026-01-06T00:00Z', '2026-01-07T00:00Z')))).toEqual([
      '2026-01-06T00:00Z 2026-01-06T05:00Z aidil',
      '2026-01-06T05:00Z 2026-01-07T00:00Z -',
    ]);
  });
});

describe('in London, where the clocks go forward on 29 March 2026', () => {
  test('turns of a day: the two ways of counting differ by an hour a day from then on', () => {
    const start = at('2026-03-28T09:00Z');
    const daily = schedule(
      [layer(['ann', 'bob'], { start, rotationVirtualStart: start, turnLength: seconds(86_400) })],
      'Europe/London',
    );
    const days = span('2026-03-28T09:00Z', '2026-03-30T09:00Z');
    expect(lines(render(daily, days, 'elapsed'))).toEqual([
      '2026-03-28T09:00Z 2026-03-29T09:00Z ann',
      '2026-03-29T09:00Z 2026-03-30T09:00Z bob',
    ]);
    expect(lines(render(daily, days, 'wall-clock'))).toEqual([
      '2026-03-28T09:00Z 2026-03-29T08:00Z ann',
      '2026-03-29T08:00Z 2026-03-30T08:00Z bob',
      '2026-03-30T08:00Z 2026-03-30T09:00Z ann',
    ]);
    expect(onDutyAt(daily, at('2026-03-29T08:30Z'))).toBe('ann');
    expect(onDutyAt(daily, at('2026-03-29T08:30Z'), 'wall-clock')).toBe('bob');
  });

  test('they agree where the week of the change is a layer of one, and counting begins anew after it', () => {
    const layers = [
      ['ann bob', '2026-03-16T09:00Z', '2026-03-23T09:00Z'],
      ['bob', '2026-03-23T09:00Z', '2026-03-30T08:00Z'],
      ['ann bob', '2026-03-30T08:00Z', '2026-04-27T08:00Z'],
    ].map(([users = '', from = '', until = '']) =>
      layer(users.split(' '), { start: at(from), rotationVirtualStart: at(from), end: at(until) }),
    );
    const safe = schedule(layers, 'Europe/London');
    const weeks = span('2026-03-16T09:00Z', '2026-04-13T08:00Z');
    const expected = [
      '2026-03-16T09:00Z 2026-03-23T09:00Z ann',
      '2026-03-23T09:00Z 2026-03-30T08:00Z bob',
      '2026-03-30T08:00Z 2026-04-06T08:00Z ann',
      '2026-04-06T08:00Z 2026-04-13T08:00Z bob',
    ];
    expect(lines(render(safe, weeks, 'elapsed'))).toEqual(expected);
    expect(lines(render(safe, weeks, 'wall-clock'))).toEqual(expected);
  });
});

describe('edges', () => {
  test('a schedule without layers pages nobody; an empty span has no shifts', () => {
    expect(lines(render(schedule([]), span('2026-01-05T01:00Z', '2026-01-06T01:00Z')))).toEqual([
      '2026-01-05T01:00Z 2026-01-06T01:00Z -',
    ]);
    expect(render(schedule([layer(CREW)]), span('2026-01-05T01:00Z', '2026-01-05T01:00Z'))).toEqual([]);
  });

  test('a span that ends before it begins is refused', () => {
    expect(() => render(schedule([]), span('2026-01-06T01:00Z', '2026-01-05T01:00Z'))).toThrow(
      new RangeError('the span ends (2026-01-05T01:00:00Z) before it begins (2026-01-06T01:00:00Z)'),
    );
  });

  test('a layer without users is refused where it decides', () => {
    const error = new DeploymentError('pagerduty_schedule.profit', 'layers', 'a layer has no users', 'Base');
    expect(() => onDutyAt(schedule([layer([], { name: 'Base' })]), at('2026-01-06T01:00Z'))).toThrow(error);
  });
});
