import { common, type Span } from '../../time/span';
import type { Block } from '../terraform/block';
import type { PagerDutyReader } from './readers';
import { readReference } from './reference';
import { Users } from './users';

/** A time for which PagerDuty names a person. */
export interface PersonSpan extends Span {
  /** Log-in e-mail. */
  readonly email: string;
}

/**
 * Entries with a user, a start and an end, clipped to a span.
 * @throws DeploymentError if an entry cannot be read, or its user does not exist
 */
export async function readPersonSpans(
  pagerDuty: PagerDutyReader,
  entries: readonly Block[],
  span: Span,
): Promise<PersonSpan[]> {
  const users = new Users(pagerDuty);
  await users.load(entries.map((entry) => entry.block('user').text('id')));
  return entries.map((entry) => {
    const user = entry.block('user');
    const id = readReference(user, ['user', 'user_reference']);
    return {
      ...common({ from: entry.instant('start'), until: entry.instant('end') }, span),
      email: users.email(id, user.address, user.path),
    };
  });
}
