import type { Temporal } from 'temporal-polyfill';
import { commitLines, type Outcome, problemLines } from '../../cli/atOnce';
import { instantJson } from '../../cli/json';
import { tableText } from '../../text/table';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { listText, rangeText, shortTimeText, timeText } from '../../time/localTime';
import { isSettled, type Work } from './carryOut';
import { entryText } from './leave';
import type { Unmet } from './logIns';
import type { LeaveChange } from './plan';
import type { OverrideState, Step } from './steps';

/** What the command shows. */
export type CoverView = Omit<Work, 'schedules'> & {
  readonly remarks: readonly string[];
  /** Who PagerDuty has on call, by rotation. */
  readonly onCall: readonly string[];
  /** Ids of people whom nothing would wake. */
  readonly unreached: readonly string[];
  /** The rotations of leaves for the same absence that cancel something else; undefined: a leave from all. */
  readonly otherEntries: readonly (string | undefined)[];
  /** Why the right person is not woken although all is done; empty if they are. */
  readonly unmet: readonly Unmet[];
};

const TO_BE_DONE: Readonly<Record<LeaveChange, string>> = {
  written: 'to be added',
  removed: 'to be removed',
  ended: 'to end now; the past stays on record',
  there: 'already there',
  absent: 'not there',
};

const DONE: Readonly<Record<OverrideState, string>> = {
  missing: 'not created',
  there: 'already there',
  made: 'created',
  removed: 'removed',
  absent: 'not there',
  failed: 'FAILED',
  unknown: 'UNKNOWN',
};

/** The plan, for the person who confirms it. */
export function planText(view: CoverView): string {
  const { request, plan, data, remarks } = view;
  const { person, span, timeZone, cancel, rotation } = request;
  const where = rotation === undefined ? '' : ` ${cancel ? 'in' : 'from'} ${rotation.name} alone`;
  const what = `${cancel ? 'is on call again' : 'is away'}${where}`;
  const lines = [
    wrapped(`${person.name} ${what}, ${rangeText(span, timeZone)} (${timeZone}).`),
    ...tables(view, (step) =>
      cancel && step.state === 'there'
        ? 'to be removed'
        : step.state === 'missing'
          ? 'to be created'
          : DONE[step.state],
    ),
    `\n${wrapped(`${data.path}: ${TO_BE_DONE[plan.change]}`)}`,
    `  - ${entryText(request.entry)}\n`,
    ...remarks.map((remark) => wrapped(`note: ${visible(remark)}`)),
  ];
  return lines.join('');
}

/** What was done, and what is left to do. */
export function outcomeText(view: CoverView, outcome: Outcome): string {
  const { request, plan, data } = view;
  if (outcome.problems.length === 0) {
    const { cancel, entry } = request;
    const unchanged = plan.change === 'there' || plan.change === 'absent';
    const people = [...new Set(view.steps.map(({ move }) => (cancel ? move.without : move.standIn)))]
      .map(({ id, name }) => (view.unreached.includes(id) ? `${name} (but nothing would wake them)` : name))
      .filter((name, index, all) => all.indexOf(name) === index);
    const paged = people.length === 0 ? '' : ` PagerDuty confirms that it pages ${listText(people)}.`;
    const next = cancel
      ? 'The next deploy keeps the same people on call.'
      : 'The next deploy adds layers with the same people; the overrides expire by themselves.';
    const message = cancel
      ? `Leave taken back: ${entry.person}`
      : `Leave: ${entry.person} until ${entry.until}`;
    return [
      `\n${wrapped(`Done.${paged} ${unchanged ? 'If the leave is not committed yet' : 'Now commit the leave'}:`)}`,
      commitLines(data.path, message),
      wrapped(next),
    ].join('');
  }
  return [
    ...tables(view, (step) => `${DONE[step.state]}${step.reason === 'not tried' ? ': not tried' : ''}`),
    `\n${wrapped(`${data.path}: ${outcome.fileDone ? 'up to date' : 'not changed'}`)}`,
  ].join('');
}

/** What went wrong, and the fix. */
export function problemsText({ request, steps }: CoverView, { problems, fileDone }: Outcome): string {
  const isDone = fileDone && steps.every(isSettled);
  const wayOut = isDone
    ? request.cancel
      ? 'commit and deploy: until then, a deployed layer keeps the cover; an override made elsewhere stays until it is removed in PagerDuty'
      : 'look at the schedule in PagerDuty: an override made after this one wins; the same command again checks it'
    : 'run the same command again to continue';
  return problemLines(problems, wayOut);
}

/** Why the right person is not woken, each with the fix. */
export function unmetText({ unmet }: CoverView): string {
  return unmet.map(({ text, wayOut }) => `${visible(text)}\n  ${wayOut}\n`).join('');
}

/** For programs. */
export function coverJson(view: CoverView, outcome: Outcome, done: boolean): object {
  const { request, plan, data, steps, remarks, unmet } = view;
  const { person, span, timeZone, cancel, standIn, rotation, entry } = request;
  const text = (at: Temporal.Instant) => instantJson(at, timeZone);
  return {
    person: person.id,
    with: standIn?.id ?? null,
    rotation: rotation?.id ?? null,
    cancel,
    from: text(span.from),
    until: text(span.until),
    timeZone,
    moves: steps.map(({ move, state, reason, schedule }) => ({
      rotation: move.rotation.id,
      duty: move.rotation.duty ?? null,
      pipelines: move.rotation.pipelines,
      schedule,
      from: text(move.from),
      until: text(move.until),
      onDuty: cancel ? move.without.id : move.standIn.id,
      insteadOf: cancel ? move.standIn.id : move.without.id,
      override: state,
      reason: isSettled({ state } as Step) ? null : (reason ?? null),
    })),
    leave: { file: data.path, entry: entryText(entry), change: plan.change, done: outcome.fileDone },
    notes: remarks,
    problems: [...outcome.problems, ...unmet.map(({ text }) => text)],
    done,
  };
}

/** One table per rotation. */
function tables({ request, steps, data }: CoverView, word: (step: Step) => string): string[] {
  const { timeZone, cancel } = request;
  const rotations = [...new Map(steps.map(({ move: { rotation } }) => [rotation.id, rotation])).values()];
  const hasDuties = data.catalog.organization.duties.length > 1;
  const head = ['from', 'until', cancel ? 'on call again' : 'covers', 'override'];
  return rotations.map((rotation) => {
    const rows = steps
      .filter(({ move }) => move.rotation.id === rotation.id)
      .map((step) => [
        timeText(step.move.from, timeZone),
        shortTimeText(step.move.until, timeZone, step.move.from),
        cancel ? `${step.move.without.name} (was ${step.move.standIn.name})` : step.move.standIn.name,
        word(step),
      ]);
    const duty = hasDuties && rotation.duty !== undefined ? `, ${rotation.duty}` : '';
    return `\n${wrapped(`${rotation.name}${duty} (${rotation.pipelines.join(', ')})`)}${tableText(head, rows)}`;
  });
}
