import { withExplainHint } from '../../../cli/explainHint';
import type { Io } from '../../../cli/io';
import { clientOptions } from '../../../cli/waiting';
import { DeploymentError } from '../../../deployment';
import { UsageError } from '../../../text/usageError';
import { visible } from '../../../text/visible';
import { PagerDutyApi, pagerDutyAccess, VendorError } from '../../../vendors';
import type { InitOptions } from '../answers';
import type { Files } from '../files/dataFiles';
import type { TeamData } from '../teamData';
import { readPagerDutyFacts, windowFrom } from './account';
import { adoptCommand, reportPage, reportText } from './report';
import { selected } from './selected';

/** A PagerDuty account as a new repository. */
export interface FromPagerDuty {
  readonly team: TeamData;
  /** Files besides those of every new repository. */
  readonly files: Files;
  /** What was taken over, and what was not. */
  readonly text: string;
  /** The command that takes over what is deployed. */
  readonly adopt: string;
}

/**
 * Reads a PagerDuty account (only GET requests), and writes as much of it as data as the data can
 * express.
 * @param name of the company or team
 * @returns undefined, after a message with a code, if there is nothing to take over
 * @throws UsageError if the key is not set, or options contradict each other
 */
export async function fromPagerDuty(
  name: string,
  options: InitOptions,
  io: Io,
): Promise<FromPagerDuty | undefined> {
  refuseAnswers(options);
  const { pagerDuty } = pagerDutyAccess(io.env);
  const window = windowFrom(io.now());
  try {
    const account = await readPagerDutyFacts(new PagerDutyApi(pagerDuty, clientOptions(io)), window);
    const { timeZone } = options;
    const answers = { name, ...(timeZone === undefined ? {} : { timeZone }) };
    const { fit, left } = selected({ account, answers, now: io.now(), window });
    if (fit === undefined) {
      const reasons = left.map(({ kind, name, reason }) => `  ${kind} "${name}": ${reason}\n`).join('');
      io.err(
        withExplainHint(
          `INIT003: the account has no service that the data can express\n${visibleLines(reasons)}  nothing was written; npx watchbill init asks for what it needs instead\n`,
        ),
      );
      return undefined;
    }
    const reading = { account, fit, left };
    const adopt = adoptCommand(reading);
    return {
      team: fit.team,
      files: new Map([['FROM-PAGERDUTY.md', reportPage(reading, adopt)]]),
      text: reportText(reading),
      adopt,
    };
  } catch (error) {
    if (error instanceof VendorError) {
      io.err(withExplainHint(refusedText(error)));
      return undefined;
    }
    if (error instanceof DeploymentError) {
      io.err(
        withExplainHint(
          `INIT004: an answer from PagerDuty was not understood: ${visible(error.message)}\n  nothing was written\n`,
        ),
      );
      return undefined;
    }
    throw error;
  }
}

function refusedText({ message, status }: VendorError): string {
  const isKey = status === 401 || status === 403;
  return isKey
    ? `INIT001: the key may not read: ${message}\n  nothing was written; set PAGERDUTY_TOKEN to a key that may read users, teams, schedules, escalation policies and services\n`
    : `INIT002: ${message}\n  nothing was written; check the connection, then run it again\n`;
}

/** Refuses answers to what the account decides. */
function refuseAnswers({ person, pipeline, handOff }: InitOptions): void {
  const given = Object.entries({ person, pipeline, 'hand-off': handOff }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) return;
  const names = given.map(([option]) => `--${option}`).join(' and ');
  throw new UsageError(
    `--from-pagerduty and ${names} cannot be combined: the account decides that\n  leave out one of them`,
  );
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
