import { layer, schedule } from '../fixture';
import { at } from '../monitor/fixture';
import {
  answers,
  deployment,
  empty,
  minutes,
  onDuty,
  pageLines,
  play,
  rotation,
  service,
  two,
  user,
} from './fixture';

test('levels follow each other after their delays, once where num_loops is 0', () => {
  const incident = play(two());
  expect(pageLines(incident)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo']);
  expect(incident).not.toHaveProperty('acknowledged');
  expect(incident).not.toHaveProperty('resolvedAt');
  expect(incident.service).toBe(service.key);
  expect(incident.pages.map((page) => page.schedule)).toEqual([undefined, rotation.key]);
});

test('a level that reaches nobody is recorded, in each round', () => {
  const incident = play(
    deployment(
      [
        [10, onDuty(empty.key)],
        [20, onDuty()],
      ],
      1,
    ),
  );
  expect(pageLines(incident)).toEqual(['03:00 2.0 choo', '03:20 2.1 choo']);
  expect(incident.passedOver).toEqual([
    { at: at('03:00'), step: 1, round: 0 },
    { at: at('03:20'), step: 1, round: 1 },
  ]);
  expect(play(two())).not.toHaveProperty('passedOver');
});

test('num_loops 2 is three rounds, and the last level waits for its delay before the first one', () => {
  expect(pageLines(play(two(2)))).toEqual([
    '03:00 1.0 desk',
    '03:15 2.0 choo',
    '03:45 1.1 desk',
    '04:00 2.1 choo',
    '04:30 1.2 desk',
    '04:45 2.2 choo',
  ]);
});

describe('the end', () => {
  test('resolved between two levels: nobody else is paged', () => {
    expect(pageLines(play(two(2), { resolvedAt: at('03:30') }))).toEqual([
      '03:00 1.0 desk',
      '03:15 2.0 choo',
    ]);
    expect(pageLines(play(two(2), { resolvedAt: at('03:15') }))).toEqual(['03:00 1.0 desk']);
  });

  test('auto_resolve_timeout resolves by itself, unless it recovers before', () => {
    const changes = { autoResolve: minutes(40) };
    const alone = play(two(2), {}, changes);
    expect(alone.resolvedAt).toEqual(at('03:40'));
    expect(pageLines(alone)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo']);
    expect(play(two(2), { resolvedAt: at('03:10') }, changes).resolvedAt).toEqual(at('03:10'));
    expect(play(two(2), { resolvedAt: at('03:50') }, changes).resolvedAt).toEqual(at('03:40'));
  });

  test('what is open at the end of the story is open', () => {
    expect(play(two(2), { until: at('03:20'), resolvedAt: at('03:30') })).not.toHaveProperty('resolvedAt');
  });
});

describe('who', () => {
  test('nobody on duty at a level: the next one at once', () => {
    const gap = deployment(
      [
        [15, onDuty(empty.key)],
        [30, onDuty()],
      ],
      1,
    );
    expect(pageLines(play(gap))).toEqual(['03:00 2.0 choo', '03:30 2.1 choo']);
  });

  test('nobody on duty at the last level: the next round at once', () => {
    const gap = deployment(
      [
        [15, user('desk')],
        [30, onDuty(empty.key)],
      ],
      1,
    );
    expect(pageLines(play(gap))).toEqual(['03:00 1.0 desk', '03:15 1.1 desk']);
    expect(play(gap, { acknowledges: answers({ desk: 60 }) }).acknowledged).toEqual({
      at: at('04:00'),
      email: 'desk',
    });
  });

  test('nobody at all: no page, and no end of it', () => {
    const incident = play(deployment([[15, onDuty(empty.key)]], 9));
    expect(incident.pages).toEqual([]);
  });

  test('two targets of a level are paged at once, and nobody twice', () => {
    expect(pageLines(play(deployment([[15, user('desk'), onDuty()]])))).toEqual([
      '03:00 1.0 desk',
      '03:00 1.0 choo',
    ]);
    expect(pageLines(play(deployment([[15, user('choo'), onDuty()]])))).toEqual(['03:00 1.0 choo']);
    expect(pageLines(play(deployment([[15, onDuty(), user('choo')]])))).toEqual(['03:00 1.0 choo']);
    expect(pageLines(play(deployment([[15, onDuty(), onDuty()]])))).toEqual(['03:00 1.0 choo']);
  });

  test('one person at two levels is paged at both', () => {
    expect(
      pageLines(
        play(
          deployment([
            [15, user('choo')],
            [30, onDuty()],
          ]),
        ),
      ),
    ).toEqual(['03:00 1.0 choo', '03:15 2.0 choo']);
  });

  test('a hand-off in between moves no page, and the next round finds the next person', () => {
    // Monday 09:00 in Kuala Lumpur is 01:00 in UTC.
    const incident = play(two(1), { triggeredAt: at('00:30') });
    expect(pageLines(incident)).toEqual([
      '00:30 1.0 desk',
      '00:45 2.0 thiru',
      '01:15 1.1 desk',
      '01:30 2.1 choo',
    ]);
    expect(pageLines(play(two(), { triggeredAt: at('00:45') }))).toEqual([
      '00:45 1.0 desk',
      '01:00 2.0 choo',
    ]);
  });

  test('a cover that begins in the middle of it is found by the next round', () => {
    const cover = layer(['aidil'], {
      start: at('03:30'),
      rotationVirtualStart: at('03:30'),
      end: at('04:30'),
    });
    const schedules = [schedule([...rotation.layers, cover])];
    const covered = deployment([[10, onDuty()]], 10, { schedules });
    expect(pageLines(play(covered, { triggeredAt: at('03:15') }))).toEqual([
      '03:15 1.0 choo',
      '03:25 1.1 choo',
      ...['03:35 1.2', '03:45 1.3', '03:55 1.4', '04:05 1.5', '04:15 1.6', '04:25 1.7'].map(
        (page) => `${page} aidil`,
      ),
      '04:35 1.8 choo',
      '04:45 1.9 choo',
      '04:55 1.10 choo',
    ]);
  });
});

describe('what cannot be played is an error', () => {
  test('a policy that is not deployed', () => {
    expect(() => play(deployment([], 0, { escalationPolicies: [] }))).toThrow(
      'pagerduty_service.growth escalation_policy: is not deployed: "pagerduty_escalation_policy.growth"',
    );
  });

  test('a schedule that is not deployed, also one that nobody reaches before it recovers', () => {
    expect(() => play(deployment([[15, onDuty('pagerduty_schedule.gone')]]))).toThrow(
      'pagerduty_schedule.gone: a policy pages this schedule, which is not deployed',
    );
  });

  test('a service that notifies nobody by phone', () => {});
});

test('an urgency that the event decides pages: alerts of Datadog are critical', () => {
  expect(pageLines(play(two(), {}, { urgency: 'severity_based' }))).toHaveLength(2);
});

test('one person in two spellings of one log-in is paged once', () => {
  const both = deployment([[15, user('CHOO'), onDuty()]]);
  expect(pageLines(play(both))).toEqual(['03:00 1.0 CHOO']);
});

describe('low urgency', () => {
  const low = { urgency: 'low' } as const;

  test('notifies the first level, and escalates to nobody, in no round', () => {
    const incident = play(two(2), {}, low);
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk']);
    expect(incident.isLow).toBe(true);
    expect(play(two(2))).not.toHaveProperty('isLow');
  });

  test('an answer hours later is one, and its timeout notifies the same level again', () => {
    const story = { acknowledges: answers({ desk: 90 }) };
    expect(play(two(), story, low).acknowledged).toEqual({ at: at('04:30'), email: 'desk' });
    const again = play(
      two(),
      { ...story, until: at('06:00') },
      { ...low, acknowledgementTimeout: minutes(30) },
    );
    expect(pageLines(again)).toEqual(['03:00 1.0 desk', '05:00 1.0 desk']);
  });

  test('a level at which nobody is on call is passed over', () => {
    const levels = deployment([
      [15, onDuty(empty.key)],
      [30, user('desk')],
      [30, onDuty()],
    ]);
    expect(pageLines(play(levels, {}, low))).toEqual(['03:00 2.0 desk']);
  });
});
