import type { TerraformDiagnostic } from '../terraform/events';

/** What is known about a failed deploy. */
export interface FailureContext {
  readonly diagnostic: TerraformDiagnostic;
  /** The stack's name. */
  readonly stack: string;
  /** Terraform or tofu, as it is typed. */
  readonly command: string;
  /** Whether anything may have been changed: false while stacks are planned. */
  readonly isBegun: boolean;
}

/** What to do about an error of Terraform. */
interface Advice {
  /** Matches errors of this kind, by their summary and detail in one line. */
  readonly when: RegExp;
  /** The code and what is wrong, then what to do; one line each. */
  readonly text: (context: FailureContext) => string;
}

/** No answer came, or one that is not the vendor's own. */
const UNANSWERED =
  /dial tcp|connection (refused|reset)|no such host|i\/o timeout|timed out|timeout|EOF|TLS handshake|network is unreachable|\b50[0234]\b/i;
/**
 * Whatever fails as PagerDuty's provider starts, the provider says that it found no credentials; this
 * tells a refused key apart.
 */
const REFUSED = /\b(401|403)\b/;

/** The first one that fits counts; the last one fits everything. */
const ADVICE: readonly Advice[] = [
  {
    when: /^it was killed by SIG/,
    text: ({ isBegun }) =>
      isBegun
        ? 'DEPL112: Terraform was killed, and what was being created may exist already\n  run npx watchbill adopt, then deploy again; if the state is still locked then, the deploy says by whom'
        : 'DEPL112: Terraform was killed before anything began\n  deploy again; if the state is still locked then, the deploy says by whom',
  },
  {
    when: /^nothing was finished for \d+ minutes/,
    text: ({ isBegun }) =>
      isBegun
        ? "DEPL113: a vendor did not answer, or allowed no more calls, for so long that Terraform was stopped; what was being created may exist already\n  look at the vendor's status page; once it answers, run npx watchbill adopt, then deploy again"
        : "DEPL113: a vendor did not answer, or allowed no more calls, for so long that Terraform was stopped; nothing had begun\n  look at the vendor's status page, and deploy again once it answers",
  },
  {
    when: /Error acquiring the state lock/,
    text: (context) => lockText(context),
  },
  {
    when: /Saved plan is stale/,
    text: () =>
      'DEPL105: the state has changed since the plan was made, by another deploy or by hand\n  deploy again: it makes a new plan',
  },
  {
    when: /Backend (configuration changed|initialization required)|backend type changed|migrat\w+ (existing )?state/i,
    text: ({ stack, command }) =>
      `DEPL108: the state is now kept elsewhere\n  move it: ${command} -chdir=cdktf.out/stacks/${stack} init -migrate-state; then deploy again`,
  },
  {
    when: /provider packages|could not connect to registry|registry service is unreachable/i,
    text: () =>
      'DEPL109: the providers of PagerDuty and Datadog cannot be installed\n  check the connection to the registry, or put them into a local mirror; docs/deploy.md says where',
  },
  {
    when: /\b429\b|too many requests|rate limit/i,
    text: () =>
      "DEPL103: the vendor's rate limit was reached\n  deploy again in a few minutes; give the deploy a key of its own",
  },
  {
    when: /\b(401|403)\b|unauthorized|forbidden|No valid credentials|invalid API token/i,
    text: (context) =>
      UNANSWERED.test(inOneLine(context.diagnostic)) && !REFUSED.test(inOneLine(context.diagnostic))
        ? unansweredText(context)
        : `DEPL102: a key is refused, or lacks a permission\n  check ${keysOf(context.diagnostic)}: docs/deploy.md lists what each needs; then deploy again`,
  },
  {
    when: /already been taken|already exists|must be unique|duplicate of/i,
    text: () =>
      'DEPL101: an object of that name already exists: it was created by hand, or by a deploy that never got the answer\n  run npx watchbill adopt, then deploy again',
  },
  {
    when: /scheduled in the past|start.* (in|before) the past/i,
    text: () =>
      'DEPL110: a downtime of the plan would begin in the past: too much time has passed since it was made\n  deploy again: it makes a new plan',
  },
  {
    when: /inconsistent (result|final plan)/i,
    text: () =>
      "DEPL107: the provider made the change, but stopped because the vendor's answer was not what it expected\n  deploy again: it continues from there",
  },
  {
    when: /^operation cancell?ed|interrupt/i,
    text: () =>
      'DEPL111: it was interrupted, and what was being created may exist already\n  run npx watchbill adopt, then deploy again',
  },
  {
    when: UNANSWERED,
    text: (context) => unansweredText(context),
  },
  {
    when: /^/,
    text: ({ isBegun }) =>
      isBegun
        ? 'DEPL100: the deploy did not finish: read which address the error names\n  then run npx watchbill adopt, and deploy again; docs/deploy.md says why'
        : 'DEPL100: the plan did not finish, and nothing had begun: read which address the error names\n  correct it, then deploy again',
  },
];

function unansweredText({ isBegun }: FailureContext): string {
  return isBegun
    ? 'DEPL106: the vendor did not answer, and what was being created may exist already\n  run npx watchbill adopt once the connection is back, then deploy again'
    : 'DEPL106: the vendor did not answer, and nothing had begun\n  deploy again once the connection is back';
}

/**
 * What to do after an interruption. Terraform stops the providers, which do not wait for the answers
 * to everything that they have sent.
 * @param isBegun whether anything may have been changed
 */
export function interruptedText(isBegun: boolean): string {
  return isBegun
    ? 'DEPL111: it was interrupted, and what was being created may exist already\n  run npx watchbill adopt, then deploy again: it continues from there'
    : 'DEPL111: it was interrupted before anything began\n  run it again';
}

/** What to do about an error. */
export function adviceFor(context: FailureContext): string {
  const said = inOneLine(context.diagnostic);
  const advice = ADVICE.find(({ when }) => when.test(said));
  return advice?.text(context) ?? '';
}

/** The keys of the vendor that an error names; a backend of the state names neither. */
function keysOf({ address = '', ...said }: TerraformDiagnostic): string {
  const [vendor] = /pagerduty|datadog/i.exec(`${address} ${inOneLine(said)}`) ?? [];
  if (vendor === undefined) return 'PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY and the credentials of the state';
  return /pagerduty/i.test(vendor) ? 'PAGERDUTY_TOKEN' : 'DD_API_KEY, DD_APP_KEY and DD_HOST';
}

function inOneLine({ summary, detail }: Pick<TerraformDiagnostic, 'summary' | 'detail'>): string {
  return `${summary} ${detail}`.replace(/\s+/g, ' ').trim();
}

/** Who holds the lock, according to Terraform. */
function lockText({ diagnostic: { detail }, stack, command }: FailureContext): string {
  const told = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S.*)$`, 'm').exec(detail)?.[1]?.trim();
  const [id, who, created] = [told('ID'), told('Who'), told('Created')];
  const since = created?.replace(/\.\d+ .*$/, ' UTC');
  return [
    `DEPL104: the state of ${stack} is locked${who === undefined ? '' : ` by ${who}`}${since === undefined ? '' : ` since ${since}`}: another deploy is at work`,
    '  wait until it has ended, then deploy again',
    `  only if that run was killed, and nobody deploys: ${command} -chdir=cdktf.out/stacks/${stack} force-unlock ${id ?? 'ID'}`,
  ].join('\n');
}
