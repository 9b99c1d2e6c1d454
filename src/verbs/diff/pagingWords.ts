import { counted } from '../../text/counted';
import { listText } from '../../time/localTime';
import { type Diff, type OwnerChange, type Ownership, pagingChange } from './changes';
import type { Names } from './names';

/** Most pipelines that are told by name. */
const MAX_NAMES = 3;

/** Pipelines that page nobody any more, and those that now page, in a sentence each. */
export function pagingTexts({ owners }: Diff, names: Names): string[] {
  const told = (changes: readonly OwnerChange[], words: (verb: string) => string): string[] => {
    if (changes.length === 0) return [];
    const which =
      changes.length > MAX_NAMES
        ? counted(changes.length, 'pipeline')
        : listText(changes.map(({ pipeline }) => `"${names.pipeline(pipeline)}"`));
    return [`${which} ${words(changes.length === 1 ? 'pages' : 'page')}.`];
  };
  return [
    ...told(ofKind(owners, 'ends'), (verb) => `${verb} nobody any more`),
    ...told(ofKind(owners, 'begins'), (verb) => `now ${verb} at any hour`),
  ];
}

/** Whether somebody else is paged, or at other minutes, although perhaps nobody's shift changes. */
export function isAnybodyPagedOtherwise({ owners, escalations, warnings }: Diff): boolean {
  return (
    escalations.length > 0 ||
    warnings.some(({ code }) => code === 'DIFF008') ||
    owners.some((change) => pagingChange(change) !== undefined || isPagedOtherwise(change))
  );
}

function ofKind(owners: readonly OwnerChange[], kind: 'begins' | 'ends'): readonly OwnerChange[] {
  return owners.filter((change) => pagingChange(change) === kind);
}

/** Another primary owner, or another rotation, of a pipeline that pages before and after. */
function isPagedOtherwise({ before, after }: OwnerChange): boolean {
  const [was, is] = [pagedBy(before), pagedBy(after)];
  return was !== undefined && is !== undefined && was !== is;
}

function pagedBy(ownership: Ownership | undefined): string | undefined {
  return ownership?.coverage === 'on-call' ? `${ownership.primary} ${ownership.rotation}` : undefined;
}
