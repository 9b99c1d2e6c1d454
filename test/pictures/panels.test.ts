import { Temporal } from 'temporal-polyfill';
import { nightDrawing, panels, timelineDrawing } from '../../src/pictures';
import { Drawn, num } from './drawn';

const from = Temporal.Instant.from('2026-11-01T16:00Z');
const people = [{ id: 'ana', name: 'Ana' }];
const timeZone = 'Asia/Kuala_Lumpur';
const roster = {
  title: 'A roster',
  window: { from, until: from.add({ hours: 240 }) },
  people,
  offices: [{ name: 'Office', timeZone, weekend: [], holidays: [], rows: [{ name: 'Growth', shifts: [] }] }],
  today: from.add({ hours: 24 }),
  todayText: 'that night',
};
const night = {
  title: 'A night',
  timeZone,
  people,
  events: [{ at: from, kind: 'broken' as const, text: 'broken' }],
};
const parts = [
  { width: 400, draw: (options: object) => timelineDrawing(roster, options) },
  { width: 300, draw: (options: object) => nightDrawing(night, options) },
];
const places = (drawn: Drawn) =>
  drawn
    .all('svg')
    .filter((svg) => svg.parentNode === drawn.root)
    .map((svg) => [num(svg, 'x'), num(svg, 'y'), num(svg, 'width'), num(svg, 'height')]);

test('drawings stand beside or below each other, under their titles', () => {
  const beside = new Drawn(panels('Both', parts, true));
  const [[, , , high = 0] = [], [, , , low = 0] = []] = places(beside);
  expect(places(beside)).toEqual([
    [0, 26, 400, high],
    [400, 26, 300, low],
  ]);
  expect([num(beside.root, 'width'), num(beside.root, 'height')]).toEqual([700, 26 + Math.max(high, low)]);

  const below = new Drawn(panels('Both', parts, false));
  expect(places(below)).toEqual([
    [0, 26, 400, high],
    [0, 26 + high + 26, 300, low],
  ]);
  expect([num(below.root, 'width'), num(below.root, 'height')]).toEqual([400, high + low + 52]);
});

test('all of them are described, and no id is there twice', () => {
  const drawn = new Drawn(panels('Both', parts, true));
  expect(drawn.all('title')[0]?.textContent).toBe('Both');
  expect(drawn.all('desc')[0]?.textContent).toBe(
    'A roster. Times of Asia/Kuala_Lumpur. Growth: nobody. ' +
      'A night. Times of Asia/Kuala_Lumpur. Mon 2 Nov 2026 00:00: broken.',
  );
  expect(drawn.texts).toEqual(expect.arrayContaining(['A roster', 'A night', 'that night']));
  const ids = [...drawn.svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
