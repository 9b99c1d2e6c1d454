import { sandboxUrl } from '../../src/vendors/sandboxUrl';

test('the sandbox is on this machine, or there is none', () => {
  expect(sandboxUrl(undefined)).toBeUndefined();
  expect(sandboxUrl('')).toBeUndefined();
  expect(sandboxUrl('http://127.0.0.1:8080/')).toBe('http://127.0.0.1:8080');
  expect(sandboxUrl('http://localhost:1')).toBe('http://localhost:1');
});

test.each([
  'http://sandbox.example',
  'https://127.0.0.1',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1@evil.example',
  '127.0.0.1:1',
])('nothing is sent to %s', (url) => {
  expect(() => sandboxUrl(url)).toThrow(`WATCHBILL_SANDBOX is not a sandbox on this machine: "${url}"`);
});
