import { escalationLadder, type Ladder } from '../../src/pictures';
import { Drawn, num } from './drawn';

const LADDER: Ladder = {
  title: 'Who is paged for growth',
  people: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  steps: [
    { notify: [{ name: 'Growth desk' }], minutes: 15 },
    {
      notify: [
        { name: 'Ben', person: 'ben', note: 'backup' },
        { name: 'Ana', person: 'ana' },
      ],
      minutes: 30,
    },
  ],
  repeat: 2,
};
/** 135 minutes of 5 units each, after a margin of 16. */
const drawn = new Drawn(escalationLadder(LADDER, { width: 707 }));
const bars = drawn.all('rect').filter((rect) => rect.getAttribute('class') === 'wb-bar');

test('each target has a bar in each round, from its page until the next level is paged', () => {
  expect(bars.map((bar) => [bar.getAttribute('fill'), num(bar, 'x') - 16.5, num(bar, 'width') + 1])).toEqual([
    ...[0, 45, 90].map((minutes) => ['#c3cad2', 5 * minutes, 75]),
    ...[15, 60, 105].map((minutes) => ['#efad6d', 5 * minutes, 150]),
    ...[15, 60, 105].map((minutes) => ['#7aa6e0', 5 * minutes, 150]),
  ]);
});

test('it says who, after how many minutes, and how often', () => {
  expect(drawn.texts).toEqual([
    '0',
    '15',
    '45',
    '60',
    '90',
    '105',
    '135 min',
    'Growth desk',
    'at once',
    'Ben',
    'after 15 min, backup',
    'Ana',
    'after 15 min',
    '3 rounds: nobody is paged again after 2 h 15 min',
  ]);
  expect(drawn.all('desc')[0]?.textContent).toBe(
    'Level 1: Growth desk (at once), waits 15 min. ' +
      'Level 2: Ben (after 15 min, backup) and Ana (after 15 min), waits 30 min. ' +
      '3 rounds: nobody is paged again after 2 h 15 min.',
  );
});

test('without repetition there is one round, and no bar is faint', () => {
  const once = new Drawn(escalationLadder({ ...LADDER, repeat: 0 }));
  expect(once.texts).toContain('One round: nobody is paged again after 45 min');
  expect(once.svg).not.toContain('opacity="0.5"');
  expect(drawn.svg.match(/opacity="0\.5"/g)).toHaveLength(6);
});

test('a name that is longer than the picture is cut, and whole for a pointer', () => {
  const name = `<b>${'x'.repeat(100)}`;
  const steps = [{ notify: [{ name }], minutes: 5 }];
  const long = new Drawn(escalationLadder({ ...LADDER, steps }, { width: 360 }));
  expect(long.texts.some((text) => /^<b>x+…$/.test(text))).toBe(true);
  expect(long.titled(name)).toBeDefined();
});
