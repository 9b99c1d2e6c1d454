import type { Pipeline } from '../../src/catalog';
import { Rosters } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant, lines, present, window } from './fixture';

const away = (person: string, from: string, until = from) => ({ person, from, until });

describe('whom a step reaches', () => {
  const spec: FixtureSpec = {
    people: { aidil: [], thiru: [], choo: [] },
    rotations: [
      { id: 'profit', versions: [{ from: '2026-01-05', order: ['thiru'] }] },
      { id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] },
    ],
    pipelines: [
      {
        id: 'aggregate-growth',
        primary: 'choo',
        secondary: 'desk',
        steps: [['primary', 'on-duty'], 'secondary'],
      },
    ],
  };

  /** `target responder reason` of each whom a step reaches. */
  function reached(step: number, at: string, leave: FixtureSpec['leave'] = []): string[] {
    const catalog = catalogOf({ ...spec, leave });
    const pipeline: Pipeline = present(catalog.pipelines[0]);
    const asked = new Rosters(catalog).reachedAt(
      pipeline,
      present(pipeline.escalation.steps[step]),
      instant(at),
    );
    return asked.map(
      ({ target, responder, watch }) => `${target.kind} ${responder.id} ${watch?.reason ?? 'always'}`,
    );
  }

  test('a person, whoever is on call in its rotation, a desk', () => {
    expect(reached(0, '2026-01-06T12:00')).toEqual(['person choo rotation', 'rotation aidil rotation']);
    expect(reached(0, '2026-01-12T09:00')).toEqual(['person choo rotation', 'rotation thiru rotation']);
    expect(reached(1, '2026-01-06T12:00')).toEqual(['desk desk always']);
  });

  test('whoever covers for them at that instant', () => {
    const leave = [away('choo', '2026-01-06'), away('aidil', '2026-01-06T12:00', '2026-01-06T13:00')];
    expect(reached(0, '2026-01-06T12:59', leave)).toEqual(['person desk cover', 'rotation thiru cover']);
    expect(reached(0, '2026-01-06T13:00', leave)).toEqual(['person desk cover', 'rotation aidil rotation']);
    expect(reached(0, '2026-01-07', leave)).toEqual(['person choo rotation', 'rotation aidil rotation']);
  });

  test('a rotation in which nobody is on call reaches nobody', () => {
    expect(reached(0, '2026-01-05T08:59')).toEqual(['person choo rotation']);
  });
});

describe('an earlier duty of the same pipeline', () => {
  const versions = (from: string, ...order: readonly string[]) => [{ from, order }];
  const spec: FixtureSpec = {
    people: { aidil: [], thiru: [], choo: [] },
    duties: ['on-duty', 'backup'],
    rotations: [
      { id: 'growth', versions: versions('2026-01-05', 'aidil', 'thiru') },
      {
        id: 'second',
        duty: 'backup',
        pipelines: ['aggregate-growth'],
        versions: versions('2026-01-05', 'thiru', 'choo'),
      },
    ],
  };
  const backup = (changes: Partial<FixtureSpec>) => {
    const catalog = catalogOf({ ...spec, ...changes });
    return lines(
      new Rosters(catalog).of(present(catalog.rotations[1]), window('2026-01-05T09:00', '2026-01-26T09:00')),
    );
  };

  test('makes away for a later one, between leaves before and after it', () => {
    // Thiru is on call for growth from the 12th to the 19th, when Choo, the backup, is away for a day.
    const leave = [away('thiru', '2026-01-06'), away('thiru', '2026-01-22'), away('choo', '2026-01-14')];
    expect(backup({ leave })).toEqual([
      '2026-01-05T09:00 2026-01-06T00:00 thiru',
      '2026-01-06T00:00 2026-01-07T00:00 choo cover for thiru',
      '2026-01-07T00:00 2026-01-12T09:00 thiru',
      '2026-01-12T09:00 2026-01-14T00:00 choo',
      '2026-01-14T00:00 2026-01-15T00:00 choo clash for choo',
      '2026-01-15T00:00 2026-01-19T09:00 choo',
      '2026-01-19T09:00 2026-01-22T00:00 thiru',
      '2026-01-22T00:00 2026-01-23T00:00 choo cover for thiru',
      '2026-01-23T00:00 2026-01-26T09:00 thiru',
    ]);
  });

  test('but not one of another pipeline', () => {
    const [growth, second] = spec.rotations ?? [];
    const rotations = [present(growth), { ...present(second), pipelines: ['aggregate-profit'] }];
    expect(backup({ rotations, leave: [away('choo', '2026-01-14')] })[2]).toBe(
      '2026-01-14T00:00 2026-01-15T00:00 thiru cover for choo',
    );
  });

  test('decides who is next before the first turn', () => {
    const [growth] = spec.rotations ?? [];
    const later = {
      id: 'second',
      duty: 'backup',
      pipelines: ['aggregate-growth'],
      versions: versions('2026-01-12', 'aidil', 'choo'),
    };
    const catalog = catalogOf({ ...spec, rotations: [present(growth), later] });
    const asked = new Rosters(catalog).onDutyAt(present(catalog.rotations[1]), instant('2026-01-07'));
    expect([asked.shift, asked.next?.id]).toEqual([undefined, 'choo']);
  });
});

test('a leave that names a rotation counts in that one alone', () => {
  const order = ['aidil', 'thiru'];
  const catalog = catalogOf({
    people: { aidil: [], thiru: [] },
    rotations: ['growth', 'profit'].map((id) => ({ id, versions: [{ from: '2026-01-05', order }] })),
    leave: [{ ...away('aidil', '2026-01-06'), rotation: 'growth' }],
  });
  const rosters = new Rosters(catalog);
  const on6th = catalog.rotations.map((rotation) =>
    lines(rosters.of(rotation, window('2026-01-06', '2026-01-07'))),
  );
  expect(on6th).toEqual([
    ['2026-01-06T00:00 2026-01-07T00:00 thiru cover for aidil'],
    ['2026-01-06T00:00 2026-01-07T00:00 aidil'],
  ]);
});
