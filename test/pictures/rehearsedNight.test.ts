import { Temporal } from 'temporal-polyfill';
import { type RehearsedNight, rehearsedNight } from '../../src/pictures';
import { Drawn, num } from './drawn';

const at = (clock: string) => Temporal.Instant.from(`2026-12-09T${clock}+08:00`);
const NIGHT: RehearsedNight = {
  title: 'A night',
  timeZone: 'Asia/Kuala_Lumpur',
  people: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  events: [
    { at: at('03:00'), kind: 'broken', text: 'the run fails' },
    { at: at('03:10'), kind: 'page', person: 'ben', text: 'PagerDuty pages Ben' },
    { at: at('03:20'), kind: 'answered', text: 'acknowledged' },
    { at: at('04:00'), kind: 'recovered', text: 'resolved' },
  ],
};
/** An hour of 600 units after 29 at the left. */
const drawn = new Drawn(rehearsedNight(NIGHT, { width: 658 }));

test('each event is at its moment; a phone that rings has the colour of whose it is', () => {
  const dots = drawn.all('circle').filter((dot) => num(dot, 'r') === 6);
  expect(dots.map((dot) => [num(dot, 'cx'), dot.getAttribute('class')])).toEqual([
    [29, 'wb-alarm'],
    [229, 'wb-quiet'],
    [629, 'wb-calm'],
  ]);
  const page = drawn.titled('Wed 9 Dec 2026 03:10: PagerDuty pages Ben').getElementsByTagName('rect')[0];
  expect(num(page, 'x') + num(page, 'width') / 2).toBe(129);
  expect(page?.getAttribute('fill')).toBe('#efad6d');
});

test('the line is an alarm until somebody answers', () => {
  const stairs = drawn
    .all('path')
    .filter((path) => /wb-(open|answered)/.test(path.getAttribute('class') ?? ''));
  expect(
    stairs.map((path) => [path.getAttribute('class'), path.getAttribute('d')?.replace(/.*H/, '')]),
  ).toEqual([
    ['wb-open', '129.00'],
    ['wb-open', '229.00'],
    ['wb-answered', '629.00'],
  ]);
});

test('times are local, and words stand where there is more room', () => {
  expect(drawn.texts).toEqual(
    expect.arrayContaining(['Wed 9 Dec 2026', '03:00', '03:10 PagerDuty pages Ben', '04:00 resolved']),
  );
  const anchor = (text: string) =>
    drawn
      .all('text')
      .find(({ textContent }) => textContent === text)
      ?.getAttribute('text-anchor');
  expect(anchor('03:20 acknowledged')).toBeNull();
  expect(anchor('04:00 resolved')).toBe('end');
  expect(drawn.all('desc')[0]?.textContent).toBe(
    'Times of Asia/Kuala_Lumpur. Wed 9 Dec 2026 03:00: the run fails. Wed 9 Dec 2026 03:10: PagerDuty pages Ben. ' +
      'Wed 9 Dec 2026 03:20: acknowledged. Wed 9 Dec 2026 04:00: resolved.',
  );
});

test('words that are too long for a phone take up to four lines, and what is left is cut', () => {
  const linesOf = (text: string) => {
    const events = [
      { at: at('03:00'), kind: 'page' as const, text },
      { at: at('03:10'), kind: 'answered' as const, text: 'acknowledged' },
    ];
    const drawn = new Drawn(rehearsedNight({ ...NIGHT, events }, { width: 360 }));
    const texts = drawn.all('text').map((line) => [line.textContent ?? '', num(line, 'y')] as const);
    return texts.slice(texts.findIndex(([line]) => line.startsWith('03:00 not')));
  };
  const short = linesOf('not acknowledged: page to Ben');
  expect(short).toHaveLength(2);
  const long = linesOf(
    'not acknowledged: PagerDuty pages Ben, who covers Ana, and the desk of Data Engineering',
  );
  expect(long.map(([line]) => line)).toEqual([
    expect.stringMatching(/^03:00 not acknowledged: PagerDuty pages/),
    expect.stringMatching(/^who covers Ana|^Ben, who/),
    expect.stringMatching(/Engineering$/),
    '03:10 acknowledged',
  ]);
  // The next event moves down by the third line.
  const last = (lines: typeof long) => lines.at(-1)?.[1] ?? 0;
  expect(last(long) - last(short)).toBe(14);
  const longest = linesOf(`not acknowledged: ${'PagerDuty pages Ben, who covers Ana '.repeat(9)}`);
  expect(longest).toHaveLength(5);
  expect(longest[3]?.[0]).toMatch(/…$/);

  expect(() => rehearsedNight({ ...NIGHT, events: [] })).toThrow('a night without events in a picture');
});
