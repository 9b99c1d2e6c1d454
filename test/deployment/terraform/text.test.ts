import fc from 'fast-check';
import { unescapeText } from '../../../src/deployment/terraform/text';

test.each([
  ['plain text, 100% of $5 {a} $x %y', 'plain text, 100% of $5 {a} $x %y'],
  ['$${amount}', '${amount}'],
  ['%%{if x}', '%{if x}'],
  ['$$${a} and $$$${b}', '$${a} and $$${b}'],
  ['%%%{z} $ $$ % %%', '%%{z} $ $$ % %%'],
  ['%$${k} $%%{k}', '%${k} $%{k}'],
  ['{{#is_alert}} @pagerduty-x {{/is_alert}}', '{{#is_alert}} @pagerduty-x {{/is_alert}}'],
])('%s arrives as %s', (text, arrives) => {
  expect(unescapeText(text)).toBe(arrives);
});

test.each(['${a}', 'a ${b} c', '%{if x}', '%${a}', '$%{a}', '$${a} ${b}', '${"$"}{a}'])(
  '%s is a template',
  (text) => {
    expect(unescapeText(text)).toBeUndefined();
  },
);

test('whatever is escaped arrives as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$', '%', '{', '}', 'a')).map((chars) => chars.join('')),
      (text) => {
        const escaped = text.split('${').join('$${').split('%{').join('%%{');
        expect(unescapeText(escaped)).toBe(text);
      },
    ),
    { seed: 20260105, numRuns: 500 },
  );
});
