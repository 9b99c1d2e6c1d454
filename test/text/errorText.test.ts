import { readFileSync } from 'node:fs';
import { errorText } from '../../src/text/errorText';

test('errors of every realm by their message, anything else as it is', () => {
  expect(errorText(new TypeError('Invalid URL'))).toBe('Invalid URL');
  // Node's file system throws errors of its own realm, which are no `Error` in a test.
  try {
    readFileSync('/nowhere/at/all');
  } catch (error) {
    expect(errorText(error)).toBe("ENOENT: no such file or directory, open '/nowhere/at/all'");
  }
  expect([errorText('torn'), errorText(undefined), errorText({ message: 7 })]).toEqual([
    'torn',
    'undefined',
    '7',
  ]);
  expect.assertions(3);
});
