import { MARK, markedAs, markedDescription } from '../../src/text/mark';

test.each(['Rotation growth', 'Pipeline aggregate-profit', 'Team de'])(
  '%s is read back as it is written',
  (what) => {
    expect(markedAs(markedDescription(what))).toBe(what);
    expect(markedAs(`${markedDescription(what)} Runbook: https://runbooks.example/a.md`)).toBe(what);
  },
);

test.each([
  '',
  MARK,
  'Rotation growth',
  'Rotation growth. Managed by Watchbills',
  'Rotation growth, managed by hand',
])('"%s" is none of ours', (description) => {
  expect(markedAs(description)).toBeUndefined();
});
