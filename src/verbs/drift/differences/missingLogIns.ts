import type { Responder } from '../../../catalog';
import { missingLogInText } from '../../../cli/logInText';
import type { LogIn } from '../../../deployment';
import { sameEmail } from '../../../text/email';
import type { MissingLogIn } from '../../../vendors';
import { type Difference, difference } from './difference';

/**
 * People and desks without a PagerDuty log-in, at which the next deploy would fail.
 * @param paged log-ins that can be paged; a missing one is reported as such already
 */
export function missingLogInDrift(
  lookedUp: readonly Responder[],
  missing: readonly MissingLogIn[],
  paged: ReadonlyMap<string, LogIn | undefined>,
): Difference[] {
  const isReported = ({ email, spelling }: MissingLogIn) =>
    spelling === undefined && [...paged.keys()].some((each) => sameEmail(each, email));
  return lookedUp.flatMap((who) =>
    missing
      .filter((each) => each.email === who.email && !isReported(each))
      .map((each) =>
        difference({
          system: 'PagerDuty',
          kind: 'user',
          object: who.name,
          what: each.spelling === undefined ? 'missing' : 'renamed',
          expected: who.email,
          ...(each.spelling === undefined ? {} : { found: each.spelling }),
          text: `${missingLogInText(who, each)}; the next deploy would fail`,
          wayOut:
            'give them a log-in, spell the e-mail as PagerDuty does, or, if they have left, add left: DATE',
        }),
      ),
  );
}
