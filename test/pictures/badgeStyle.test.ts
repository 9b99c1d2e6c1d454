import { BADGE_STYLE, badgeClasses } from '../../src/pictures/badgeStyle';
import { looksOf } from '../../src/pictures/people';

const people = Array.from({ length: 33 }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` }));
const looks = [...looksOf(people).values()];

test('a badge has the colour and the pattern of the pictures: 32 people differ in it', () => {
  const classes = looks.map(badgeClasses);
  expect([classes[0], classes[9], classes[17], classes[31]]).toEqual([
    'fill-0',
    'fill-1 dots',
    'fill-1 stripes',
    'fill-7 rings',
  ]);
  expect(new Set(classes.slice(0, 32)).size).toBe(32);
});

test('each class is in the style: a colour of the palette, or a pattern', () => {
  for (const look of looks)
    expect(BADGE_STYLE).toContain(`.fill-${looks.indexOf(look) % 8}{background-color:`);
  expect(BADGE_STYLE).toContain(`.fill-0{background-color:${looks[0]?.fill}}`);
  for (const mark of ['dots', 'stripes', 'rings']) {
    expect(BADGE_STYLE).toMatch(new RegExp(`\\.badge\\.${mark}\\{background-image:[^}]+gradient`));
  }
});

test('somebody looks the same as long as the list is the same', () => {
  expect(looksOf(people)).toBe(looksOf(people));
});
