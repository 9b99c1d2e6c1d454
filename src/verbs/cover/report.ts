import type { Temporal } from 'temporal-polyfill';
import { instantJson } from '../../cli/json';
import { tableText } from '../../text/table';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { listText, rangeText, shortTimeText, timeText } from '../../time/localTime';
import { isSettled, type Outcome, type Work } from './carryOut';
import { entryText } from './leave';
import type { LeaveChange } from './plan';
import type { OverrideState, Step } from './steps';
import type { Unmet } from './unmet';

/** What the command shows. */
export type CoverView = Omit<Work, 'schedules'> & {
  readonly remarks: readonly string[];
  /** Whom PagerDuty has on call, by rotation. */
  readonly onCall: readonly string[];
  /** Ids of those whom nothing would wake. */
  readonly unreached: readonly string[];
  /** Why the right person is not woken though all is done; empty where they are. */
  readonly unmet: readonly Unmet[];
};

const TO_BE_DONE: Readonly<Record<LeaveChange, string>> = {
  written: 'to be added',
  removed: 'to be taken out',
  ended: 'to end now; what is past stays in the record',
  there: 'is there already',
  absent: 'is not there',
};

const DONE: Readonly<Record<OverrideState, string>> = {
  missing: 'not made',
  there: 'is there',
  made: 'made',
  removed: 'taken out',
  absent: 'is not there',
  failed: 'FAILED',
  unknown: 'NOT KNOWN',
};

/** What is to be done, for whoever is asked whether to do it. */
export function planText(view: CoverView): string {
  const { request, plan, data, remarks } = view;
  const { person, span, timeZone, cancel } = request;
  const what = cancel ? 'takes their watch back' : 'is away';
  const lines = [
    wrapped(`${person.name} ${what}, ${rangeText(span, timeZone)} (${timeZone}).`),
    ...tables(view, (step) =>
      cancel && step.state === 'there'
        ? 'to be taken out'
        : step.state === 'missing'
          ? 'to be made'
          : DONE[step.state],
    ),
    `\n${wrapped(`${data.leavePath}: ${TO_BE_DONE[plan.change]}`)}`,
    `  - ${entryText(request.entry)}\n`,
    ...remarks.map((remark) => wrapped(`note: ${visible(remark)}`)),
  ];
  return lines.join('');
}

/** What was done, and what is left to do, by whom. */
export function outcomeText(view: CoverView, outcome: Outcome): string {
  const { request, plan, data } = view;
  if (outcome.problems.length === 0) {
    const { cancel, entry } = request;
    const unchanged = plan.change === 'there' || plan.change === 'absent';
    const people = [...new Set(view.steps.map(({ move }) => (cancel ? move.without : move.standIn)))]
      .map(({ id, name }) => (view.unreached.includes(id) ? `${name} (whom nothing would wake)` : name))
      .filter((name, index, all) => all.indexOf(name) === index);
    const paged = people.length === 0 ? '' : ` PagerDuty was asked, and pages ${listText(people)}.`;
    const next = cancel
      ? 'The next deploy names the same people.'
      : 'The next deploy names the same people in a layer; the overrides end by themselves.';
    const message = cancel
      ? `Leave taken back: ${entry.person}`
      : `Leave: ${entry.person} until ${entry.until}`;
    return [
      `\n${wrapped(`Done.${paged} ${unchanged ? 'Where it is not committed yet' : 'Now commit it'}:`)}`,
      `  git add ${shellWord(data.leavePath)}\n`,
      `  git commit -m '${message}'\n`,
      wrapped(next),
    ].join('');
  }
  return [
    ...tables(view, (step) => `${DONE[step.state]}${step.reason === 'not tried' ? ': not tried' : ''}`),
    `\n${wrapped(`${data.leavePath}: ${outcome.leaveDone ? 'as it is to be' : 'not changed'}`)}`,
  ].join('');
}

/** Why it is not all done, and the way out. */
export function problemsText({ request, steps }: CoverView, { problems, leaveDone }: Outcome): string {
  const isDone = leaveDone && steps.every(isSettled);
  const wayOut = isDone
    ? request.cancel
      ? 'commit and deploy: a layer that is deployed names the stand-in until then'
      : 'look at the schedule in PagerDuty: what was put there after this override counts; the same command again checks it'
    : 'the same command again goes on from here';
  return `${problems.map((problem) => `${visible(problem)}\n`).join('')}  ${wayOut}\n`;
}

/** Why the right person is not woken, each with the way out. */
export function unmetText({ unmet }: CoverView): string {
  return unmet.map(({ text, wayOut }) => `${visible(text)}\n  ${wayOut}\n`).join('');
}

/** For programs. */
export function coverJson(view: CoverView, outcome: Outcome, done: boolean): object {
  const { request, plan, data, steps, remarks, unmet } = view;
  const { person, span, timeZone, cancel, standIn, entry } = request;
  const text = (at: Temporal.Instant) => instantJson(at, timeZone);
  return {
    person: person.id,
    with: standIn?.id ?? null,
    cancel,
    from: text(span.from),
    until: text(span.until),
    timeZone,
    moves: steps.map(({ move, state, reason, schedule }) => ({
      rotation: move.rotation.id,
      pipelines: move.rotation.pipelines,
      schedule,
      from: text(move.from),
      until: text(move.until),
      onDuty: cancel ? move.without.id : move.standIn.id,
      insteadOf: cancel ? move.standIn.id : move.without.id,
      override: state,
      reason: isSettled({ state } as Step) ? null : (reason ?? null),
    })),
    leave: { file: data.leavePath, entry: entryText(entry), change: plan.change, done: outcome.leaveDone },
    notes: remarks,
    problems: [...outcome.problems, ...unmet.map(({ text }) => text)],
    done,
  };
}

/** A table a rotation. */
function tables({ request, steps }: CoverView, word: (step: Step) => string): string[] {
  const { timeZone, cancel } = request;
  const rotations = [...new Map(steps.map(({ move: { rotation } }) => [rotation.id, rotation])).values()];
  const head = ['from', 'until', cancel ? 'stands again' : 'stands in', 'override'];
  return rotations.map((rotation) => {
    const rows = steps
      .filter(({ move }) => move.rotation.id === rotation.id)
      .map((step) => [
        timeText(step.move.from, timeZone),
        shortTimeText(step.move.until, timeZone, step.move.from),
        cancel ? `${step.move.without.name} (was ${step.move.standIn.name})` : step.move.standIn.name,
        word(step),
      ]);
    return `\n${wrapped(`${rotation.name} (${rotation.pipelines.join(', ')})`)}${tableText(head, rows)}`;
  });
}

/** A path as a shell takes it. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
