import { at, timeText } from '../monitor/fixture';
import { answers, deployment, minutes, onDuty, pageLines, play, two, user } from './fixture';

describe('an acknowledgement', () => {
  test('within the first level stops everything', () => {
    const incident = play(two(2), { acknowledges: answers({ desk: 14 }) });
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk']);
    expect(incident.acknowledged).toEqual({ at: at('03:14'), email: 'desk' });
  });

  test('at the very moment of the next page comes after it', () => {
    const incident = play(two(2), { acknowledges: answers({ desk: 15 }) });
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo']);
    expect(incident.acknowledged).toEqual({ at: at('03:15'), email: 'desk' });
  });

  test('by the first level while the second one is paged counts', () => {
    const incident = play(two(2), { acknowledges: answers({ desk: 20 }) });
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo']);
    expect(incident.acknowledged?.email).toBe('desk');
  });

  test('in the second round', () => {
    const incident = play(two(2), {
      acknowledges: (page) => (page.round === 1 && page.step === 2 ? page.at.add({ minutes: 5 }) : undefined),
    });
    expect(pageLines(incident)).toEqual([
      '03:00 1.0 desk',
      '03:15 2.0 choo',
      '03:45 1.1 desk',
      '04:00 2.1 choo',
    ]);
    expect(incident.acknowledged).toEqual({ at: at('04:05'), email: 'choo' });
  });

  test('long after the last round still counts', () => {
    const incident = play(two(), { acknowledges: answers({ choo: 120 }) });
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo']);
    expect(incident.acknowledged).toEqual({ at: at('05:15'), email: 'choo' });
  });

  test('after the end, or after the recovery, is none', () => {
    expect(play(two(), { until: at('03:20'), acknowledges: answers({ choo: 5 }) })).not.toHaveProperty(
      'acknowledged',
    );
    const recovered = play(two(), { resolvedAt: at('03:20'), acknowledges: answers({ choo: 6 }) });
    expect(recovered).not.toHaveProperty('acknowledged');
    expect(recovered.resolvedAt).toEqual(at('03:20'));
  });

  test('by the faster of two', () => {
    const both = deployment([[15, user('desk'), onDuty()]]);
    expect(play(both, { acknowledges: answers({ desk: 9, choo: 4 }) }).acknowledged?.email).toBe('choo');
  });
});

describe('an acknowledgement that times out after 30 minutes', () => {
  const changes = { acknowledgementTimeout: minutes(30) };

  test('pages the same level again, and continues from there', () => {
    const once = play(
      two(),
      { acknowledges: (page) => (timeText(page.at) === '03:00' ? page.at.add({ minutes: 5 }) : undefined) },
      changes,
    );
    expect(pageLines(once)).toEqual(['03:00 1.0 desk', '03:35 1.0 desk', '03:50 2.0 choo']);
    expect(once.acknowledged).toEqual({ at: at('03:05'), email: 'desk' });
  });

  test('pages again and again whoever acknowledges again and again', () => {
    const incident = play(two(), { until: at('05:00'), acknowledges: answers({ choo: 10 }) }, changes);
    expect(pageLines(incident)).toEqual([
      '03:00 1.0 desk',
      '03:15 2.0 choo',
      '03:55 2.0 choo',
      '04:35 2.0 choo',
    ]);
  });

  test('pages again after the last round, too', () => {
    const incident = play(
      two(),
      { acknowledges: (page) => (timeText(page.at) === '03:15' ? at('06:00') : undefined) },
      changes,
    );
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk', '03:15 2.0 choo', '06:30 2.0 choo']);
  });

  test('pages whoever acknowledged beside the level that was reached', () => {
    const incident = play(
      two(),
      { acknowledges: (page) => (page.email === 'desk' ? page.at.add({ minutes: 20 }) : undefined) },
      changes,
    );
    expect(pageLines(incident).slice(0, 4)).toEqual([
      '03:00 1.0 desk',
      '03:15 2.0 choo',
      '03:50 2.0 choo',
      '03:50 2.0 desk',
    ]);
    expect(incident.pages.slice(0, 4).map(({ again }) => again)).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ]);
  });

  test('pages whoever is on duty by then, and whoever acknowledged, across a hand-off', () => {
    // At 01:00 UTC Thiru hands off to Choo.
    const incident = play(
      deployment([[15, onDuty()]]),
      { triggeredAt: at('00:45'), until: at('02:00'), acknowledges: answers({ thiru: 5 }) },
      changes,
    );
    expect(pageLines(incident)).toEqual([
      '00:45 1.0 thiru',
      '01:20 1.0 choo',
      '01:20 1.0 thiru',
      '01:55 1.0 choo',
      '01:55 1.0 thiru',
    ]);
  });

  test('pages nobody where it was resolved before', () => {
    const incident = play(two(), { resolvedAt: at('03:35'), acknowledges: answers({ desk: 5 }) }, changes);
    expect(pageLines(incident)).toEqual(['03:00 1.0 desk']);
    expect(incident.resolvedAt).toEqual(at('03:35'));
  });
});
