import { isAllHeld, type Owner, type Pipeline } from '../../../../catalog';
import { listText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { OwnerChange, Warning } from '../diff';
import { pagingChange } from '../owners';

/**
 * Pipelines that no longer page anybody (DIFF011), and those that now page people at any hour
 * (DIFF012), perhaps without a change of shifts. No warnings for a new team.
 */
export function pagingWarnings(comparison: Comparison, owners: readonly OwnerChange[]): Warning[] {
  if (comparison.isNewTeam) return [];
  return owners.flatMap((change): Warning[] => {
    const { before, after } = comparison;
    const find = ({ catalog }: typeof before) => catalog.pipelines.find(({ id }) => id === change.pipeline);
    const pipeline = find(after) ?? find(before);
    const paging = pagingChange(change);
    if (pipeline === undefined || paging === undefined) return [];
    return paging === 'ends'
      ? [
          {
            code: 'DIFF011',
            message: `"${pipeline.name}" no longer pages anybody: ${whyNobody(change, pipeline)}`,
          },
        ]
      : [
          {
            code: 'DIFF012',
            message: `"${pipeline.name}" now pages ${isAllHeld(pipeline) ? 'in office hours' : 'at any hour'}: ${change.before === undefined ? 'it is new' : 'its coverage is on-call instead of office-hours'}`,
          },
        ];
  });
}

function whyNobody({ after }: OwnerChange, { primary, secondary }: Pipeline): string {
  if (after === undefined) return 'it is removed';
  const owners = listText([primary, secondary].map(nameOf));
  return `its coverage is office-hours, so its alerts are mailed to ${owners} in office hours`;
}

function nameOf(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.name : (owner.team.desk?.name ?? owner.team.name);
}
