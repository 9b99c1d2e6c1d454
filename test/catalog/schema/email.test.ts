import { email } from '../../../src/catalog/schema/email';

test.each([
  "sean.o'brien@xyz-tech.example",
  'aidil+oncall@xyz-tech.example',
  'olga@xn--80akhbyknj4f.xn--p1ai',
  'a@b.co',
  'x_y-z%w@mail-1.xyz-tech.example',
  '!#$%&*/=?^`|~@xyz-tech.example',
  `a@${'b'.repeat(63)}.example`,
])('%s is an address, and stays as it is written', (text) => {
  expect(email.parse(text)).toBe(text);
});

test('capitals stay: the provider looks a log-in up by exactly this spelling', () => {
  expect(email.parse('Sean.OBrien@XYZ-tech.example')).toBe('Sean.OBrien@XYZ-tech.example');
});

test.each([
  '',
  'aidil',
  'aidil@',
  '@xyz-tech.example',
  'aidil@xyz-tech',
  'aidil@xyz-tech.e',
  'aidil@xyz-tech.1',
  'aidil@127.0.0.1',
  'aidil@xyz..example',
  'aidil@-xyz.example',
  'aidil@xyz-.example',
  '.aidil@xyz-tech.example',
  'aidil.@xyz-tech.example',
  'ai..dil@xyz-tech.example',
  'ai dil@xyz-tech.example',
  'aidil@xyz-tech.example,choo@xyz-tech.example',
  'Aidil <aidil@xyz-tech.example>',
  '"aidil"@xyz-tech.example',
  'aidil@xyz-tech.example.',
  'josé@xyz-tech.example',
  `a@${'b'.repeat(64)}.example`,
  `${'a'.repeat(250)}@b.co`,
])('%s is none', (text) => {
  expect(email.safeParse(text).success).toBe(false);
});

test.each(['${x}@xyz-tech.example', 'a%{x}@xyz-tech.example', 'a{{b}}@xyz-tech.example'])(
  '%s would be executed',
  (text) => {
    const [issue] = email.safeParse(text).error?.issues ?? [];
    expect(issue).toMatchObject({ params: { code: 'TEXT001' } });
  },
);
