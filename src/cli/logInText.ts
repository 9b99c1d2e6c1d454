import type { Responder } from '../catalog';
import { shown } from '../text/visible';
import type { MissingLogIn } from '../vendors';

/**
 * A log-in that PagerDuty does not have, or spells differently, and whose it is.
 * @example
 * // 'Spencer (spencer): no log-in spencer@xyz-tech.example'
 * // 'Choo (choo): Choo@xyz-tech.example, which PagerDuty spells "choo@xyz-tech.example"'
 */
export function missingLogInText({ id, name }: Responder, { email, spelling }: MissingLogIn): string {
  const who = `${name} (${id})`;
  return spelling === undefined
    ? `${who}: no log-in ${email}`
    : `${who}: ${email}, which PagerDuty spells ${shown(spelling)}`;
}
