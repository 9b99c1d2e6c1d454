import { Secrets } from '../../src/vendors';

const KEY = 'y_NbAkKc66ryYTWUXYEu';
const secrets = new Secrets([KEY, 'short', 'sandbox-pagerduty-token']);
/** What a vendor could answer to a request that carries the key. */
const ECHOES: readonly (readonly [string, string])[] = [
  ['as it is', `no such token ${KEY}`],
  ['in another case', `no such token ${KEY.toUpperCase()}`],
  ['cut off', `"authorization": "Token token=${KEY.slice(0, 13)}`],
  ['its end alone', `…${KEY.slice(9)}`],
  ['in a URL', `https://x.example/?t=${encodeURIComponent(`a b+${KEY}/`)}`],
  ['in base64', Buffer.from(`user:${KEY}`).toString('base64')],
  ['in base64 behind something longer', Buffer.from(`users:${KEY}@x`).toString('base64url')],
  ['in hexadecimal', Buffer.from(KEY).toString('hex')],
];

test.each(ECHOES)('a key that comes back %s is not told', (_, text) => {
  const told = secrets.told(text);
  expect(told).toContain('***');
  // No eight characters in a row of what was sent, in the form in which it came.
  const sent = [KEY, Buffer.from(`user:${KEY}`).toString('base64'), Buffer.from(KEY).toString('hex')];
  for (const form of sent) {
    for (let at = 8; at + 8 <= form.length - 2; at += 1) {
      expect(told.toLowerCase()).not.toContain(form.slice(at, at + 8).toLowerCase());
    }
  }
});

test.each([
  ['Authorization: Token token=other-key-of-somebody', 'Authorization: ***'],
  ['{"dd-api-key":"0123456789abcdef","host":"api"}', '{"dd-api-key":***,"host":"api"}'],
  ['DD-APPLICATION-KEY = 0123, host: api', 'DD-APPLICATION-KEY = ***, host: api'],
])('a header that carries credentials is told without them: %s', (text, told) => {
  expect(secrets.told(text)).toBe(told);
});

test('nothing that a terminal obeys is told, and all of it stands in one line', () => {
  expect(secrets.told('a\u001b[2J\u001b]0;title\u0007b\r\nc\u202ed\u200be\u009b1m')).toBe(
    'a\\u{1b}[2J\\u{1b}]0;title\\u{7}b c\\u{202e}d\\u{200b}e\\u{9b}1m',
  );
});

test("what is no key stays: ordinary words, the sandbox's own keys, keys too short to be one", () => {
  const text = 'PagerDuty at sandbox.pagerduty.com: short of sandbox-pagerduty-token';
  expect(secrets.told(text)).toBe(text);
});

test('data is changed where it repeats a whole key, and nowhere else', () => {
  const data = `{"name": "a\\nb \u00a0${KEY.slice(0, 12)}", "key": "${KEY}"}`;
  expect(secrets.masked(data)).toBe(`{"name": "a\\nb \u00a0${KEY.slice(0, 12)}", "key": "***"}`);
});
