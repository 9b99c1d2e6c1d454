import { shown } from '../../text/visible';
import type { LogIn } from '../api/logIns';
import { compareNames } from './sameName';
import { answersOnly, rings, type UnreachableReason, whyUnreachable } from './unreachable';

/** Something worth knowing about a log-in. Texts call the person "they". */
export interface LogInFinding {
  readonly what: UnreachableReason | 'renamed';
  /** Whether it is only a note: the right person is paged and wakes up all the same. */
  readonly isNote: boolean;
  /** What the data says. @default - nothing */
  readonly expected?: string;
  /** What PagerDuty has. @default - nothing */
  readonly found?: string;
  /** A predicate without its subject, the person. */
  readonly text: string;
  /** How to fix it. @default - there is nothing to do */
  readonly wayOut?: string;
}

/**
 * What is wrong with a log-in that is paged: nothing would wake the person, or PagerDuty has
 * a different name from the data; and notes about it.
 * @param email the log-in
 * @param name the name in the data; undefined if the data does not have the log-in
 * @param logIn what PagerDuty has; undefined if it has no such log-in
 */
export function logInFindings(
  email: string,
  name: string | undefined,
  logIn: LogIn | undefined,
): LogInFinding[] {
  const unreachable = unreachableFinding(email, logIn);
  const findings = unreachable === undefined ? [] : [unreachable];
  if (logIn === undefined) return findings;
  if (name !== undefined) findings.push(...nameFindings(name, logIn));
  if (answersOnly(logIn) && unreachable?.what !== 'role') {
    const text = `has the role ${shown(logIn.role)} in PagerDuty: can answer pages, but cannot hand over to anybody`;
    findings.push({ what: 'role', isNote: true, found: logIn.role, text });
  }
  return findings;
}

function unreachableFinding(email: string, logIn: LogIn | undefined): LogInFinding | undefined {
  switch (whyUnreachable(logIn)) {
    case undefined:
      return undefined;
    case 'log-in':
      return {
        what: 'log-in',
        isNote: false,
        expected: email,
        text: `nobody is paged: PagerDuty has no user with the log-in ${email}`,
        wayOut: 'have them log in to PagerDuty once, or correct the e-mail in organization.yaml',
      };
    case 'role':
      return {
        what: 'role',
        isNote: false,
        found: logIn?.role ?? '',
        text: `cannot be on call: they are a stakeholder in PagerDuty (${shown(logIn?.role ?? '')})`,
        wayOut:
          'give them a role in PagerDuty that can answer incidents, e.g. Responder; a deploy does not change roles',
      };
    case 'contact-methods':
      return {
        what: 'contact-methods',
        isNote: false,
        found: methodsText(logIn),
        text: `nothing would wake them: they have ${methodsText(logIn)} in PagerDuty`,
        wayOut:
          'have them add a phone number or the app in PagerDuty (My Profile, Contact Information); a deploy cannot',
      };
    case 'notification-rules':
      return {
        what: 'notification-rules',
        isNote: false,
        text: 'nothing would wake them: none of their high-urgency notification rules uses a phone',
        wayOut:
          'have them add a high-urgency rule for their phone in PagerDuty (My Profile, Notification Rules); a deploy cannot',
      };
  }
}

function methodsText(logIn: LogIn | undefined): string {
  const methods = logIn?.contactMethods ?? [];
  if (methods.some(rings)) return 'only disabled or blocked phones';
  return methods.length === 0 ? 'no contact method' : 'only e-mail';
}

function nameFindings(name: string, logIn: LogIn): LogInFinding[] {
  const comparison = compareNames(name, logIn.name);
  if (comparison === 'same') return [];
  const common = { what: 'renamed', expected: name, found: logIn.name } as const;
  if (comparison === 'longer') {
    return [{ ...common, isNote: true, text: `is called ${shown(logIn.name)} in PagerDuty` }];
  }
  return [
    {
      ...common,
      isNote: false,
      text: `is called ${shown(logIn.name)} in PagerDuty: this log-in may belong to somebody else`,
      wayOut: `find out who uses ${logIn.email}, and correct the name there or in organization.yaml`,
    },
  ];
}
