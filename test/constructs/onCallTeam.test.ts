import { OnCallTeam, type OnCallTeamProps } from '../../src/constructs';
import { synthesized } from './synthesized';

const roles = (props: Partial<OnCallTeamProps>) => {
  const json = synthesized(
    (stack) =>
      new OnCallTeam(stack, 'ba', { name: 'Business Analytics', members: { aidil: { id: 'P1' } }, ...props }),
  );
  return Object.values(json.resource['pagerduty_team_membership'] ?? {}).map(({ user_id, role }) => [
    user_id,
    role,
  ]);
};

test("every member has a role given, because the provider's own default is manager", () => {
  expect(roles({})).toEqual([['P1', 'responder']]);
  expect(roles({ role: 'observer', desk: { id: 'P2' } })).toEqual(
    expect.arrayContaining([
      ['P1', 'observer'],
      ['P2', 'observer'],
    ]),
  );
});

test('a name that PagerDuty refuses is refused', () => {
  expect(() => roles({ name: 'a'.repeat(101) })).toThrow('must have 1 to 100 characters');
  expect(roles({ name: 'a'.repeat(100) })).toHaveLength(1);
});

test('its addresses are the members, also one who is called as a property of every object', () => {
  const json = synthesized(
    (stack) =>
      new OnCallTeam(stack, 'ba', {
        name: '${BA}',
        members: { aidil: { id: 'P1' }, constructor: { id: 'P2' } },
        desk: { id: 'P3' },
        description: '${x}',
      }),
  );
  expect(Object.values(json.resource['pagerduty_team'] ?? {})).toMatchObject([
    { name: '$${BA}', description: '$${x}' },
  ]);
  const members = Object.entries(json.resource['pagerduty_team_membership'] ?? {}).map(
    ([id, { user_id }]) => [id.replace(/_[0-9A-F]{8}$/, ''), user_id],
  );
  expect(Object.fromEntries(members)).toEqual({
    ba_aidil: 'P1',
    ba_constructor_: 'P2',
    ba_Desk: 'P3',
  });
});

test('without a description it bears our mark', () => {
  const json = synthesized((stack) => new OnCallTeam(stack, 'ba', { name: 'BA', members: {} }));
  expect(Object.values(json.resource['pagerduty_team'] ?? {})).toMatchObject([
    { description: 'Managed by Watchbill' },
  ]);
});
