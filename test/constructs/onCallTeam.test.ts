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
