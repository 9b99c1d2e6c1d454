import { loadBars } from '../../src/pictures';
import { Drawn, num } from './drawn';

const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
];
const rows = [
  { person: 'ben', hours: 120, given: 20, received: 0 },
  { person: 'ana', hours: 100, given: 0, received: 60 },
];
const drawn = new Drawn(loadBars({ title: 'Load', people, rows }));
const barsOf = (title: string) => [...drawn.titled(title).getElementsByTagName('rect')];

test('all bars have one scale: own turns, covers for others hatched, an outline for what others took', () => {
  const [own, given, hatch] = barsOf('Ben: 120 h on call, 20 h of them for others, 0 h covered by others');
  const [taken, turns] = barsOf('Ana: 100 h on call, 0 h of them for others, 60 h covered by others');
  expect(own?.getAttribute('fill')).toBe('#efad6d');
  expect(num(given, 'width') / num(own, 'width')).toBeCloseTo(20 / 100, 3);
  expect(num(given, 'x')).toBeCloseTo(num(own, 'x') + num(own, 'width'), 1);
  expect(hatch?.getAttribute('fill')).toBe('url(#picture-hatch)');
  expect(num(turns, 'width')).toBe(num(own, 'width'));
  expect(num(taken, 'width') / num(turns, 'width')).toBeCloseTo(60 / 100, 3);
  expect(num(taken, 'x')).toBeCloseTo(num(turns, 'x') + num(turns, 'width'), 1);
  // The longest row, 160 hours, ends before the column of figures.
  expect(num(taken, 'x') + num(taken, 'width')).toBeLessThan(720 - 16 - 8);
});

test('figures and names are in the order of the rows', () => {
  expect(drawn.texts.slice(0, 4)).toEqual(['Ben', '120 h', 'Ana', '100 h']);
});

test('nobody, and hours that are nothing, are no error', () => {
  const none = { person: 'ana', hours: 0, given: 0, received: 0 };
  expect(new Drawn(loadBars({ title: 'Load', people, rows: [] })).texts).toContain('own turns');
  expect(new Drawn(loadBars({ title: 'Load', people, rows: [none] })).texts).toContain('0 h');
});
