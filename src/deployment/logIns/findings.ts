import { shown } from '../../text/visible';
import type { LogIn } from '../api/logIns';
import { compareNames } from './sameName';
import { answersOnly, rings, type UnreachableReason, whyUnreachable } from './unreachable';

/** Something that whoever is paged, or pages, wants to know of a log-in. Texts speak of the person as "they". */
export interface LogInFinding {
  readonly what: UnreachableReason | 'renamed';
  /** Whether it is as the data says, or might be, all the same: nobody is woken less by it. */
  readonly isNote: boolean;
  readonly expected?: string;
  readonly found?: string;
  /** Without the person. */
  readonly text: string;
  /** @default - there is nothing to do */
  readonly wayOut?: string;
}

/**
 * What is wrong with a log-in that is paged: nothing would wake them, or the log-in bears
 * another name than the data's; and what is good to know of it.
 * @param email the log-in
 * @param name of the data @default - the data does not know the log-in
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
    const text = `has the role ${shown(logIn.role)} in PagerDuty: answers what they are paged for, and can give the watch to nobody`;
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
        wayOut: 'let them log in to PagerDuty once, or correct the e-mail in organization.yaml',
      };
    case 'role':
      return {
        what: 'role',
        isNote: false,
        found: logIn?.role ?? '',
        text: `cannot be on call: PagerDuty has them as a stakeholder (${shown(logIn?.role ?? '')})`,
        wayOut: 'give them a role in PagerDuty that answers incidents, e.g. Responder; a deploy does not',
      };
    case 'contact-methods':
      return {
        what: 'contact-methods',
        isNote: false,
        found: methodsText(logIn),
        text: `nothing would wake them: PagerDuty has ${methodsText(logIn)}`,
        wayOut:
          'they add a phone number or the app in PagerDuty (My Profile, Contact Information); a deploy cannot',
      };
    case 'notification-rules':
      return {
        what: 'notification-rules',
        isNote: false,
        text: 'nothing would wake them: no high-urgency notification rule of theirs uses a phone',
        wayOut:
          'they add a high-urgency rule for their phone in PagerDuty (My Profile, Notification Rules); a deploy cannot',
      };
  }
}

function methodsText(logIn: LogIn | undefined): string {
  const methods = logIn?.contactMethods ?? [];
  if (methods.some(rings)) return 'disabled or blocked every phone of theirs';
  return methods.length === 0 ? 'no contact method of theirs' : 'nothing of theirs that rings, only e-mail';
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
      text: `is called ${shown(logIn.name)} in PagerDuty: whoever has this log-in may be somebody else`,
      wayOut: `see whose log-in ${logIn.email} is, and correct the name there or in organization.yaml`,
    },
  ];
}
