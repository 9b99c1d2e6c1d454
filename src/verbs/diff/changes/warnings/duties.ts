import { listText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';

/** Duties that appear or disappear, with the rotations that fill or filled them (DIFF022). */
export function dutyWarnings({ before, after, isNewTeam }: Comparison): Warning[] {
  if (isNewTeam) return [];
  const dutiesOf = ({ catalog }: RosteredSide) => catalog.organization.duties;
  const told = (duties: readonly string[], others: readonly string[], side: RosteredSide, what: string) =>
    duties
      .filter((duty) => !others.includes(duty))
      .map((duty): Warning => {
        const own = side.catalog.rotations.filter((rotation) => rotation.duty === duty);
        const where = own.length === 0 ? 'no rotation' : listText(own.map(({ name }) => `"${name}"`));
        return { code: 'DIFF022', message: `the duty "${duty}" is ${what}: ${where}` };
      });
  return [
    ...told(dutiesOf(after), dutiesOf(before), after, 'added'),
    ...told(dutiesOf(before), dutiesOf(after), before, 'removed'),
  ];
}
