import type { Schedule } from '../../../deployment';
import type { Account } from './account';
import { type Fit, fitOf, type Trial } from './fit';
import { type RotationDraft, rotationDrafts } from './layers';
import { type PipelineDraft, pipelineDraft, schedulesOf } from './services';

/** An object of the account that is not taken over. */
export interface Left {
  readonly kind: 'schedule' | 'service' | 'user';
  readonly name: string;
  /** Why the data cannot express it. */
  readonly reason: string;
}

/** The part of an account that the data can express. */
export interface Selected {
  /** Undefined if there is nothing to take over. */
  readonly fit: Fit | undefined;
  readonly left: readonly Left[];
}

/** A gap may be filled by another schedule of the same level. */
const GAP = ['ROTA008'] as const;

/** Takes over as much as the data can express, service by service. */
export function selected(trial: Trial): Selected {
  const { account } = trial;
  const rotations = new Map<string, RotationDraft>();
  const reasons = new Map<string, string>();
  for (const [id, reason] of unread(account, 'schedule')) reasons.set(id, reason);
  for (const schedule of account.schedules) {
    const draft = rotationOf(schedule, trial);
    if (typeof draft === 'string') reasons.set(schedule.key, draft);
    else rotations.set(schedule.key, draft);
  }
  const drafts: PipelineDraft[] = [];
  const left: Left[] = [...unread(account, 'service')].map(([id, reason]) => ({
    kind: 'service',
    name: account.named.get(id)?.name ?? id,
    reason,
  }));
  const leave = ({ name }: { readonly name: string }, reason: string) =>
    left.push({ kind: 'service', name, reason });
  for (const service of account.services) {
    const draft = pipelineDraft(service, account);
    if (typeof draft === 'string') leave(service, draft);
    else {
      const missing = schedulesOf(draft).find((id) => !rotations.has(id));
      if (missing === undefined) drafts.push(draft);
      else leave(service, `its schedule "${account.named.get(missing)?.name ?? missing}" is not taken over`);
    }
  }
  const fit = largestFit(drafts, rotations, trial, ({ service }, reason) => leave(service, reason));
  for (const [id] of rotations) {
    if (fit?.rotationIds.has(id) !== true) reasons.set(id, 'no service that is taken over pages it');
  }
  const schedules = [...reasons].map(
    ([id, reason]): Left => ({ kind: 'schedule', name: account.named.get(id)?.name ?? id, reason }),
  );
  const users = account.users
    .filter(({ email }) => email === undefined)
    .map(
      ({ name }): Left => ({
        kind: 'user',
        name,
        reason: 'no e-mail, which is the log-in that the data needs',
      }),
    );
  return { fit, left: [...schedules, ...left, ...users] };
}

/** All of them; if the data cannot express that, as many as it can, in their order. */
function largestFit(
  drafts: readonly PipelineDraft[],
  rotations: ReadonlyMap<string, RotationDraft>,
  trial: Trial,
  leave: (draft: PipelineDraft, reason: string) => void,
): Fit | undefined {
  if (drafts.length === 0) return undefined;
  const all = fitOf(drafts, rotations, trial);
  if (typeof all !== 'string') return all;
  let fit: Fit | undefined;
  for (const draft of drafts) {
    const next = fitOf([...(fit?.selection.pipelines ?? []), draft], rotations, trial);
    if (typeof next === 'string') leave(draft, next);
    else fit = next;
  }
  return fit;
}

/** The rotation that has the same people on call as PagerDuty, if nothing else is taken over. */
function rotationOf(schedule: Schedule, trial: Trial): RotationDraft | string {
  const drafts = rotationDrafts(schedule, trial.now);
  if (typeof drafts === 'string') return drafts;
  let reason = '';
  for (const draft of drafts) {
    const fit = fitOf([alone(schedule)], new Map([[schedule.key, draft]]), trial, GAP);
    if (typeof fit !== 'string') return draft;
    reason ||= fit;
  }
  return reason;
}

function alone({ key }: Schedule): PipelineDraft {
  return {
    service: { key, name: 'Nothing but this schedule', escalationPolicy: key, urgency: 'high' },
    policy: { key, name: 'Nothing but this schedule', repeat: 0, rules: [] },
    levels: [{ schedules: [key], people: [], minutes: 30 }],
  };
}

/** Objects that are not understood, and why. */
function unread(account: Account, kind: 'schedule' | 'service'): ReadonlyMap<string, string> {
  const read = new Set([...account.schedules, ...account.services].map(({ key }) => key));
  const nameless = account.users.filter(({ email }) => email === undefined);
  return new Map(
    [...account.named].flatMap(([id, object]) => {
      if (object.kind !== kind || read.has(id)) return [];
      const text = (account.unreadable.get(id) ?? []).join('; ');
      const who = nameless.find((user) => text.includes(user.id));
      return [
        [id, who === undefined ? text : `${who.name} has no e-mail, which is the log-in that the data needs`],
      ];
    }),
  );
}
