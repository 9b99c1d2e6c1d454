import { terraformText } from '../../src/constructs';
import { PagerdutyTeam } from '../../src/constructs/cdktf';
import { only, synthesized } from './synthesized';

test.each([
  ['plain text, 100 % of it for $5', 'plain text, 100 % of it for $5'],
  ['rm -r ${DIR}', 'rm -r $${DIR}'],
  ['%{ if true }', '%%{ if true }'],
  ['$${already}', '$$${already}'],
  ['%%{x}', '%%%{x}'],
  ['${TfToken[TOKEN.1]}', '$ {TfToken[TOKEN.1]}'],
  ['#{TfToken[TOKEN.1]} &{TfToken[TOKEN.1]}', '# {TfToken[TOKEN.1]} & {TfToken[TOKEN.1]}'],
])('%s', (text, escaped) => {
  expect(terraformText(text)).toBe(escaped);
});

test('synthesis passes the escaped text on unchanged, and resolves no token in it', () => {
  const name = 'a ${b} %{c} ${TfToken[TOKEN.0]} 1e5 -1.8881545897087626e+308';
  const json = synthesized((stack) => new PagerdutyTeam(stack, 'team', { name: terraformText(name) }));
  expect(only(json, 'pagerduty_team')['name']).toBe(
    'a $${b} %%{c} $ {TfToken[TOKEN.0]} 1e5 -1.8881545897087626e+308',
  );
});
