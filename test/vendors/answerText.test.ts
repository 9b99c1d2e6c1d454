import { answerText } from '../../src/vendors/answerText';

test.each([
  [
    '{"error":{"message":"Authentication failed","code":2006,"errors":["Invalid API token"]}}',
    'Authentication failed: Invalid API token',
  ],
  ['{"error":{"message":"Access Denied","code":2010}}', 'Access Denied'],
  [
    '{"error":{"message":"Invalid Schedule","errors":{"name":["is taken"]}}}',
    'Invalid Schedule: name is taken',
  ],
  ['{"errors":["Forbidden"]}', 'Forbidden'],
  ['{"errors":[{"status":"400","title":"Bad Request","detail":"no name"}]}', 'Bad Request: no name'],
])('%s in words', (answer, text) => {
  expect(answerText(answer)).toBe(text);
});

test.each(['{"errors":[]}', '{"code":7}', 'null', '"no"', '<html>502</html>', ''])(
  '%s stays as it came',
  (answer) => {
    expect(answerText(answer)).toBe(answer);
  },
);
