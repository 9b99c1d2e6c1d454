import { handOffOf, personOf } from '../../../src/verbs/init/answers';

test.each([
  ['Ada Lovelace <ada@example.com>', { name: 'Ada Lovelace', email: 'ada@example.com' }],
  ['Ada', { name: 'Ada' }],
  [' Ada <> ', { name: 'Ada', email: '' }],
  ['Ada < b', { name: 'Ada < b' }],
])('a person: %p', (text, person) => {
  expect(personOf(text)).toEqual(person);
});

test.each(['', '  ', '<ada@example.com>'])('a person without a name: %p', (text) => {
  expect(() => personOf(text)).toThrow(/^not a name and a log-in: ".*"\n {2}write the name/);
});

test('a hand-off is a day and a time', () => {
  expect(handOffOf('  Tuesday  9:30 ')).toEqual({ day: 'tuesday', at: '09:30' });
  expect(() => handOffOf('monday')).toThrow('not a hand-off: "monday"\n  write a day and a time');
  expect(() => handOffOf('monday at 9')).toThrow('not a hand-off');
});
