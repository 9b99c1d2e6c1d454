import type { Responder } from '../../../catalog';
import { missingLogInText } from '../../../cli/logInText';
import type { LogIn } from '../../../deployment';
import { sameEmail } from '../../../text/email';
import type { MissingLogIn } from '../../../vendors';
import { type Difference, difference } from './difference';

/**
 * People and desks whose log-in PagerDuty does not have: the next deploy would stop at them.
 * @param paged log-ins that are told besides, because somebody is paged by them
 */
export function missingLogInDrift(
  lookedUp: readonly Responder[],
  missing: readonly MissingLogIn[],
  paged: ReadonlyMap<string, LogIn | undefined>,
): Difference[] {
  const isTold = ({ email, spelling }: MissingLogIn) =>
    spelling === undefined && [...paged.keys()].some((each) => sameEmail(each, email));
  return lookedUp.flatMap((who) =>
    missing
      .filter((each) => each.email === who.email && !isTold(each))
      .map((each) =>
        difference({
          system: 'PagerDuty',
          kind: 'user',
          object: who.name,
          what: each.spelling === undefined ? 'missing' : 'renamed',
          expected: who.email,
          ...(each.spelling === undefined ? {} : { found: each.spelling }),
          text: `${missingLogInText(who, each)}; no deploy goes through`,
          wayOut:
            'give them a log-in, write the e-mail as PagerDuty spells it, or, for somebody who is no longer there, left: DATE',
        }),
      ),
  );
}
