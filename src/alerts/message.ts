import type { AlertRule, Organization, Pipeline, Runbook } from '../catalog';
import { channelsOf } from './channels';
import { handlesOf } from './handles';
import { inertLines } from './inertLines';
import { TIMEOUT_HOURS } from './missingData';
import { alertUrl, failureClassUrl } from './responderLinks';
import { ownersLine, respondersLine } from './responders';
import type { Signal } from './signal';

/**
 * Longest message, in UTF-16 units. Datadog shows the first 4,000 characters of an
 * event, and a notification is an event. Messages are kept within that by cutting their
 * parts and, if that is not enough, by leaving out the last steps.
 * @see https://docs.datadoghq.com/api/latest/events/
 */
export const MESSAGE_LENGTH = 4000;

/** Most first steps in a message: the runbook has the rest. */
const STEP_COUNT = 5;

/** Longest step and longest meaning, in UTF-16 units; a sentence and a few commands fit. */
const STEP_LENGTH = 400;
const MEANING_LENGTH = 500;

/** What silence of the ledger's gauges means. */
const LEDGER_SILENCE = [
  'No data: whether this alert holds is not known, because the signals of this pipeline stopped.',
  'Check first that the Datadog Agent that reads the run ledger is running; the pipeline itself may be well.',
];

/** What a message consists of. */
export interface MessageParts {
  readonly pipeline: Pipeline;
  readonly organization: Organization;
  readonly runbook: Runbook;
  readonly rule: AlertRule;
  readonly signal: Signal;
  /** True if the page of failure classes exists, which the message then links to. */
  readonly failureClassesPage: boolean;
}

/**
 * The message of a monitor in Datadog Markdown: what happened, in one block per
 * state, then what is the same in every state. Each block has the handles, because
 * PagerDuty must be notified of the recovery as well. Addresses are written out:
 * PagerDuty and mail do not render Markdown links.
 * @see https://docs.datadoghq.com/monitors/notify/variables/
 */
export function messageOf(parts: MessageParts): string {
  for (let steps = STEP_COUNT; ; steps -= 1) {
    const message = [...blocks(parts), '', ...body(parts, steps)].join('\n');
    if (message.length <= MESSAGE_LENGTH || steps === 0) {
      return message;
    }
  }
}

function blocks({
  pipeline,
  rule,
  organization,
  signal,
  failureClassesPage,
}: MessageParts): readonly string[] {
  const channels = channelsOf(pipeline, organization).map((channel) => `@${channel}`);
  const handles = [...handlesOf(pipeline, rule), ...channels];
  const block = (state: string, lines: readonly string[]) => [
    `{{#${state}}}`,
    ...lines,
    ...handles,
    `{{/${state}}}`,
  ];
  const since = `Since {{local_time 'last_triggered_at' '${(pipeline.office ?? organization).timeZone}'}}.`;
  return [
    ...block('is_alert', [signal.happened, since]),
    ...block('is_no_data', [
      ...(signal.silence ?? LEDGER_SILENCE),
      ...(failureClassesPage ? [failureClassUrl(organization, 'infrastructure')] : []),
      since,
    ]),
    ...block('is_recovery', [
      `Recovered: ${signal.recovered}`,
      `If no data came for ${TIMEOUT_HOURS} hours, Datadog closed this by itself, and nothing is known.`,
    ]),
  ];
}

function body(parts: MessageParts, stepCount: number): readonly string[] {
  const { pipeline, organization, runbook, rule, failureClassesPage } = parts;
  const { slug, firstSteps } = rule.section;
  const meaning = inertLines(rule.section.meaning, MEANING_LENGTH);
  const steps = firstSteps
    .map((step) => inertLines(step, STEP_LENGTH, '   '))
    .filter((step) => step.length > 0);
  const shown = steps.slice(0, stepCount).map((step, index) => `${index + 1}. ${step.join('\n')}`);
  const heading =
    shown.length < steps.length ? `First steps (${shown.length} of ${steps.length}):` : 'First steps:';
  return [
    ...(meaning.length === 0 ? [] : [`What this alert means: ${meaning.join('\n')}`, '']),
    ...(shown.length === 0 ? [] : [heading, '', ...shown, '']),
    `Runbook: ${alertUrl(organization, { ...pipeline, runbook }, slug)}`,
    '',
    `Failure class: ${rule.failureClass}${failureClassesPage ? `, ${failureClassUrl(organization, rule.failureClass)}` : ''}`,
    '',
    ownersLine(pipeline),
    '',
    respondersLine(pipeline, organization, rule),
  ];
}
