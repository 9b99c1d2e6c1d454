import fc from 'fast-check';
import { initialsOf } from '../../src/pictures/initials';
import { looksOf } from '../../src/pictures/people';

test('initials are of the first and last word, or of a single one, and unique', () => {
  expect(initialsOf(['Choo', 'Thiru', 'Chong', 'Ana de Lima', 'Ch', '田中太郎', 'Ch', ''])).toEqual([
    'Ch',
    'Th',
    'Co',
    'AL',
    'CC',
    '田中',
    'C1',
    '??',
  ]);
});

test('nobody has the same initials as somebody else', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 60 }), (names) => {
      expect(new Set(initialsOf(names)).size).toBe(names.length);
    }),
  );
});

test('32 people differ in colour or pattern, and whoever comes later changes nobody', () => {
  const people = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` }));
  const looks = [...looksOf(people).values()];
  expect(new Set(looks.slice(0, 32).map(({ fill, mark }) => `${fill} ${mark}`)).size).toBe(32);
  expect(looks.slice(0, 8).every(({ mark }) => mark === 'plain')).toBe(true);
  expect([...looksOf(people.slice(0, 9)).values()]).toEqual(looks.slice(0, 9));
});
