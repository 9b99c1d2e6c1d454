import { comment } from './comment';

test('the largest change that there can be fits a comment of GitHub, and says what is left out', () => {
  const people = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`person-${index}`, []]));
  const ids = Object.keys(people);
  const rotations = (order: readonly string[]) =>
    Array.from({ length: 12 }, (_, index) => ({
      id: `rotation-${index}`,
      turnDays: 1,
      versions: [{ from: '2026-01-05', order }],
    }));
  const text = comment(
    { people, rotations: rotations(ids) },
    { people, rotations: rotations([...ids].reverse()) },
  );
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/\d+ more shifts: `npx watchbill diff` shows them all\./);
});
