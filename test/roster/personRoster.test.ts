import { personRosters, plannedPersonRosters } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant, local, type PipelineSpec, present, window } from './fixture';

const ROTATIONS = [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] }];

function spec(pipeline: Partial<PipelineSpec>, changes: Partial<FixtureSpec> = {}): FixtureSpec {
  return {
    people: { choo: ['christmas'], aidil: [], thiru: [] },
    rotations: ROTATIONS,
    holidays: [['christmas', '2026-12-25']],
    pipelines: [{ id: 'aggregate-growth', primary: 'choo', secondary: 'aidil', ...pipeline }],
    ...changes,
  };
}

/** December's lines of Choo's own schedule: `from until who reason`. */
function lines(given: FixtureSpec, from = '2026-12-01', until = '2027-01-01'): string[] {
  const [roster] = personRosters(catalogOf(given), window(from, until));
  return (roster?.shifts ?? []).map(
    (shift) => `${local(shift.from)} ${local(shift.until)} ${shift.onDuty.id} ${shift.reason}`,
  );
}

const away = (person: string, from: string, until = from, cover?: string) => ({
  person,
  from,
  until,
  ...(cover === undefined ? {} : { cover }),
});

test('a person who is there is reached, for as long as is asked', () => {
  expect(lines(spec({}, { holidays: [] }))).toEqual(['2026-12-01T00:00 2027-01-01T00:00 choo rotation']);
  const [roster] = personRosters(catalogOf(spec({}, { holidays: [] })), window('2026-12-01', '2027-01-01'));
  expect(roster?.shifts.map(({ absences }) => absences)).toEqual([[]]);
});

test('the secondary stands in, for exactly as long; whom the leave names does not count', () => {
  const leave = [away('choo', '2026-12-07T14:00', '2026-12-09T10:00', 'thiru')];
  expect(lines(spec({}, { leave }))).toEqual([
    '2026-12-01T00:00 2026-12-07T14:00 choo rotation',
    '2026-12-07T14:00 2026-12-09T10:00 aidil cover',
    '2026-12-09T10:00 2026-12-25T00:00 choo rotation',
    '2026-12-25T00:00 2026-12-26T00:00 aidil cover',
    '2026-12-26T00:00 2027-01-01T00:00 choo rotation',
  ]);
});

test('a desk is never away, and a team without one is passed over: a clash', () => {
  const leave = [away('choo', '2026-12-07')];
  expect(lines(spec({ secondary: 'desk' }, { leave, holidays: [] }))[1]).toBe(
    '2026-12-07T00:00 2026-12-08T00:00 desk cover',
  );
  const alone = spec({ secondary: 'de' }, { leave, holidays: [] });
  expect(lines(alone)[1]).toBe('2026-12-07T00:00 2026-12-08T00:00 choo clash');
  const [roster] = personRosters(catalogOf(alone), window('2026-12-01', '2027-01-01'));
  expect(roster?.clashes.map((clash) => clash.away.map(({ id }) => id))).toEqual([['choo']]);
});

test('while both are away it is a clash, and a stand-in who returns takes it', () => {
  const leave = [away('choo', '2026-12-07', '2026-12-11'), away('aidil', '2026-12-08', '2026-12-09')];
  const given = spec({}, { leave, holidays: [] });
  expect(lines(given)).toEqual([
    '2026-12-01T00:00 2026-12-07T00:00 choo rotation',
    '2026-12-07T00:00 2026-12-08T00:00 aidil cover',
    '2026-12-08T00:00 2026-12-10T00:00 choo clash',
    '2026-12-10T00:00 2026-12-12T00:00 aidil cover',
    '2026-12-12T00:00 2027-01-01T00:00 choo rotation',
  ]);
  const [roster] = personRosters(catalogOf(given), window('2026-12-01', '2027-01-01'));
  expect(roster?.id).toBe('aggregate-growth/choo');
  expect(roster?.clashes.map((clash) => clash.away.map(({ id }) => id))).toEqual([['choo', 'aidil']]);
});

test('only people whom an on-call pipeline notifies have a schedule of their own', () => {
  const ids = (pipeline: Partial<PipelineSpec>) =>
    personRosters(catalogOf(spec(pipeline)), window('2026-12-01', '2026-12-02')).map(({ id }) => id);
  expect(ids({ steps: ['primary', 'on-duty', 'primary'] })).toEqual(['aggregate-growth/choo']);
  expect(ids({ steps: ['on-duty'] })).toEqual([]);
  expect(ids({ primary: 'desk' })).toEqual([]);
  expect(ids({ coverage: 'office-hours' })).toEqual([]);
});

test('what is planned begins with the absence that is running, whatever day it is', () => {
  const leave = [away('choo', '2026-12-07', '2026-12-11')];
  const catalog = catalogOf(spec({}, { leave, holidays: [] }));
  for (const asOf of ['2026-12-07T00:01', '2026-12-10', '2026-12-11T23:59']) {
    const [roster] = plannedPersonRosters(catalog, instant(asOf));
    expect(local(present(roster?.shifts[0]).from)).toBe('2026-12-07T00:00');
  }
  const [roster] = plannedPersonRosters(catalog, instant('2026-12-12'));
  expect(local(present(roster?.shifts[0]).from)).toBe('2026-12-12T00:00');
  // 84 days after 12 December.
  expect(local(present(roster?.shifts.at(-1)).until)).toBe('2027-03-06T00:00');
});

test('asked in the middle of an absence, it begins there', () => {
  const leave = [away('choo', '2026-12-07', '2026-12-08')];
  expect(lines(spec({}, { leave, holidays: [] }), '2026-12-08', '2026-12-10')).toEqual([
    '2026-12-08T00:00 2026-12-09T00:00 aidil cover',
    '2026-12-09T00:00 2026-12-10T00:00 choo rotation',
  ]);
});
