import { stateSettings } from '../../src/state/statePlace';

test('each stack of a team has a place of its own in every backend', () => {
  const places = (id: string) => [
    stateSettings({ type: 'local' }, id, `../../../terraform.${id}.tfstate`),
    stateSettings({ type: 'remote', prefix: 'watchbill', organization: 'xyz' }, id, ''),
    stateSettings({ type: 'pg', prefix: 'watchbill' }, id, ''),
  ];
  expect(places('on-call-data-science')).toEqual([
    { path: '../../../terraform.on-call-data-science.tfstate' },
    { organization: 'xyz', workspaces: { name: 'watchbill-on-call-data-science' } },
    { schema_name: 'watchbill_on_call_data_science' },
  ]);
});

test('two long names never share a schema, although PostgreSQL cuts names off after 63 bytes', () => {
  const prefix = 'p'.repeat(40);
  const name = (id: string) => String(stateSettings({ type: 'pg', prefix }, id, '')['schema_name']);
  const long = `on-call-${'team-'.repeat(11)}`;
  const [one, other] = [name(`${long}a`), name(`${long}b`)];
  expect([one.length, other.length]).toEqual([63, 63]);
  expect(one).not.toBe(other);
  expect(one).toMatch(/^p{40}_on_call_team__[0-9a-f]{8}$/);
  // 63 characters as they are.
  expect(name(`on-call-${'x'.repeat(14)}`)).toBe(`${prefix}_on_call_${'x'.repeat(14)}`);
});
