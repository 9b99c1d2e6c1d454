import { encloses, type UnreadMails, unreadMails } from '../../../../roster';
import { listText, spanText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';

/** Office hours when both owners of an office-hours pipeline are away, unless all of it was such a time before (DIFF014). */
export function unreadMailWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone } = comparison;
  const of = ({ catalog, away }: RosteredSide) => unreadMails(catalog, away, window);
  const old = of(before);
  return of(after)
    .filter((each) => !old.some((other) => other.pipeline.id === each.pipeline.id && encloses(other, each)))
    .map(({ pipeline, away, ...span }: UnreadMails) => ({
      code: 'DIFF014' as const,
      message: `both owners of "${pipeline.name}" (${listText(away.map(({ name }) => name))}) are away in office hours ${spanText(span, timeZone)}; nobody reads its mail`,
    }));
}
