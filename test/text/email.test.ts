import { emailKey, sameEmail } from '../../src/text/email';

test('one log-in however its letters are written, another by any other difference', () => {
  expect(sameEmail('Aidil@XYZ-tech.example', 'aidil@xyz-tech.EXAMPLE')).toBe(true);
  expect(sameEmail('aidil@xyz-tech.example', 'aidi1@xyz-tech.example')).toBe(false);
  expect(sameEmail('a.b@xyz-tech.example', 'ab@xyz-tech.example')).toBe(false);
  expect(sameEmail(undefined, undefined)).toBe(true);
  expect(sameEmail(undefined, 'aidil@xyz-tech.example')).toBe(false);
  expect(emailKey('Aidil@XYZ-tech.example')).toBe('aidil@xyz-tech.example');
});
