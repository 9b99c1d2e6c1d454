import type { OwnerChange } from './diff';

/** Whether a pipeline begins to page people at any hour, or ends; undefined where it goes on as it did. */
export function pagingChange({
  before,
  after,
}: Pick<OwnerChange, 'before' | 'after'>): 'begins' | 'ends' | undefined {
  const [was, is] = [before?.coverage === 'on-call', after?.coverage === 'on-call'];
  if (was === is) return undefined;
  return is ? 'begins' : 'ends';
}
