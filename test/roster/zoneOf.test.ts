import { hasSeveralZones } from '../../src/roster';
import { catalogOf, type RotationSpec } from './fixture';

function several(
  timeZone?: string,
  people: Readonly<Record<string, readonly string[]>> = { aidil: [] },
): boolean {
  const versions = [{ from: '2026-01-05', order: ['aidil'] }];
  const rotations: RotationSpec[] = [{ versions, ...(timeZone && { timeZone }) }];
  return hasSeveralZones(catalogOf({ people, rotations: 'aidil' in people ? rotations : [] }));
}

test('a local time alone is ambiguous where somebody is in another zone than the others', () => {
  expect(several()).toBe(false);
  expect(several('Asia/Kuala_Lumpur')).toBe(false);
  expect(several('Europe/London')).toBe(true);
  expect(several(undefined, {})).toBe(false);
});
