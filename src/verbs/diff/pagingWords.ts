import { counted } from '../../text/counted';
import { listText } from '../../time/localTime';
import { type Diff, type OwnerChange, type Ownership, pagingChange } from './changes';
import type { Names } from './names';

/** Most pipelines listed by name. */
const MAX_NAMES = 3;

/** A sentence on pipelines that no longer page anybody, and one on pipelines that now page. */
export function pagingTexts({ owners }: Diff, names: Names): string[] {
  const sentence = (changes: readonly OwnerChange[], words: (verb: string) => string): string[] => {
    if (changes.length === 0) return [];
    const which =
      changes.length > MAX_NAMES
        ? counted(changes.length, 'pipeline')
        : listText(changes.map(({ pipeline }) => `"${names.pipeline(pipeline)}"`));
    return [`${which} ${words(changes.length === 1 ? 'pages' : 'page')}.`];
  };
  return [
    ...sentence(ofKind(owners, 'ends'), (verb) => `no longer ${verb} anybody`),
    ...sentence(ofKind(owners, 'begins'), (verb) => `now ${verb} people`),
  ];
}

/** Whether other people are paged, or at other times, perhaps without a change of shifts. */
export function changesWhoIsPaged({ owners, escalations, warnings }: Diff): boolean {
  return (
    escalations.length > 0 ||
    warnings.some(({ code }) => code === 'DIFF008') ||
    owners.some((change) => pagingChange(change) !== undefined || hasOtherTarget(change))
  );
}

function ofKind(owners: readonly OwnerChange[], kind: 'begins' | 'ends'): readonly OwnerChange[] {
  return owners.filter((change) => pagingChange(change) === kind);
}

/** True for a pipeline that pages before and after, with another primary owner or rotation. */
function hasOtherTarget({ before, after }: OwnerChange): boolean {
  const [was, is] = [pagedBy(before), pagedBy(after)];
  return was !== undefined && is !== undefined && was !== is;
}

function pagedBy(ownership: Ownership | undefined): string | undefined {
  return ownership?.coverage === 'on-call' ? `${ownership.primary} ${ownership.rotation}` : undefined;
}
