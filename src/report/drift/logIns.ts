import type { Responder } from '../../catalog';
import type { MissingLogIn } from '../../vendors';
import { missingLogInText } from '../logInText';
import { type Difference, difference } from './difference';

/** People and desks whose log-in PagerDuty does not have: the next deploy would stop at them. */
export function logInDrift(lookedUp: readonly Responder[], missing: readonly MissingLogIn[]): Difference[] {
  return lookedUp.flatMap((who) =>
    missing
      .filter(({ email }) => email === who.email)
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
