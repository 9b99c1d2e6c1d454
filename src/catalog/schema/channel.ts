import { uniqueList } from './uniqueList';
import { checkedString, type ValueProblem } from './valueProblem';

/** Datadog's integrations that post to a channel, and the words that their handles begin with. */
const CHANNEL = /^(slack|teams|webhook|opsgenie)-[A-Za-z0-9][A-Za-z0-9_-]*$/;
const NAMELESS = /^(slack|teams|webhook|opsgenie)-?$/;
/** Pages somebody, or writes to one person. */
const PERSONAL = /^@?pagerduty\b|@./i;

const MAX_LENGTH = 100;
const WAY_OUT =
  'write slack-, teams-, webhook- or opsgenie- and the name that it has in Datadog, e.g. slack-data-alerts';

/**
 * Handles of channels, without `@`; each gets alerts, silence and recoveries, besides the page.
 * @see https://docs.datadoghq.com/monitors/notify/#notifications
 */
export const channels = uniqueList(
  checkedString(problemOf, WAY_OUT, {
    pattern: CHANNEL.source,
    maxLength: MAX_LENGTH,
    examples: ['slack-data-alerts'],
  }),
);

function problemOf(value: string): ValueProblem | undefined {
  if (value.length > MAX_LENGTH) {
    const message = `${value.length} characters; at most ${MAX_LENGTH} are allowed`;
    return { code: 'TEXT003', message, wayOut: 'shorten it' };
  }
  if (CHANNEL.test(value)) return undefined;
  if (PERSONAL.test(value)) {
    return {
      code: 'CHAN001',
      message: 'not a channel: this handle pages somebody, or mails one person',
      wayOut: `${WAY_OUT}; who is paged follows from the escalation`,
    };
  }
  if (NAMELESS.test(value)) return { code: 'CHAN002', message: 'a channel without a name', wayOut: WAY_OUT };
  return { code: 'DATA004', message: 'not a valid channel', wayOut: WAY_OUT };
}
