import { absences, onDutyAt } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant, local, present } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [], spencer: [] };
const PROFIT = { versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }] };

/** `person from until reason, then who is next`. */
function who(at: string, leave: FixtureSpec['leave'] = [], rotation = PROFIT): string {
  const catalog = catalogOf({ people: PEOPLE, rotations: [rotation], leave });
  const { shift, next } = onDutyAt(
    present(catalog.rotations[0]),
    catalog.organization,
    absences(catalog),
    instant(at),
  );
  const duty = shift && `${shift.onDuty.id} ${local(shift.from)} ${local(shift.until)} ${shift.reason}`;
  return `${duty ?? 'nobody'}, then ${next?.id ?? 'nobody'}`;
}

const away = (person: string, from: string, until = from) => ({ person, from, until });

test('the whole shift within its turn, and who is next in line', () => {
  expect(who('2026-01-14T12:00')).toBe('thiru 2026-01-12T09:00 2026-01-19T09:00 rotation, then choo');
});

test('a cover with its own ends; next is the first who is neither on duty nor away', () => {
  const leave = [away('thiru', '2026-01-13', '2026-01-15'), away('spencer', '2026-01-14')];
  expect(who('2026-01-13T12:00', leave)).toBe('choo 2026-01-13T00:00 2026-01-16T00:00 cover, then spencer');
  expect(who('2026-01-14T12:00', leave)).toBe('choo 2026-01-13T00:00 2026-01-16T00:00 cover, then aidil');
  expect(who('2026-01-16T00:00', leave)).toBe('thiru 2026-01-16T00:00 2026-01-19T09:00 rotation, then choo');
});

test('next in line after a leave that names somebody', () => {
  const named = { ...away('thiru', '2026-01-14'), cover: 'spencer' };
  expect(who('2026-01-14T12:00', [named])).toBe('spencer 2026-01-14T00:00 2026-01-15T00:00 cover, then choo');
  const next = { ...away('choo', '2026-01-14'), cover: 'aidil' };
  expect(who('2026-01-14T12:00', [next])).toBe(
    'thiru 2026-01-12T09:00 2026-01-19T09:00 rotation, then aidil',
  );
});

test('nobody is next where everybody else is away, nor in a clash', () => {
  const others = ['aidil', 'choo', 'spencer'].map((person) => away(person, '2026-01-14'));
  expect(who('2026-01-14T12:00', others)).toBe(
    'thiru 2026-01-12T09:00 2026-01-19T09:00 rotation, then nobody',
  );
  expect(who('2026-01-14T12:00', [...others, away('thiru', '2026-01-14')])).toBe(
    'thiru 2026-01-14T00:00 2026-01-15T00:00 clash, then nobody',
  );
});

test('nobody is next in a rotation of one person', () => {
  const alone = { versions: [{ from: '2026-01-05', order: ['aidil'] }] };
  expect(who('2026-01-06', [], alone)).toBe('aidil 2026-01-05T09:00 2026-01-12T09:00 rotation, then nobody');
});

test('next in line is looked for in the next version too', () => {
  const versions = [...PROFIT.versions, { from: '2026-02-02', order: ['choo'] }];
  expect(who('2026-01-27', [], { versions })).toBe(
    'spencer 2026-01-26T09:00 2026-02-02T09:00 rotation, then choo',
  );
});

test('before the first version nobody is on duty, and its first person is next', () => {
  expect(who('2026-01-05T08:59')).toBe('nobody, then aidil');
  expect(who('2026-01-05T08:59', [away('aidil', '2026-01-05')])).toBe('nobody, then thiru');
});
