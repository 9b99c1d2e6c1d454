import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { invalid, invalidSchedule } from './apiError';
import { reference } from './body';
import { newId } from './objects';
import { hasStakeholder } from './stakeholders';
import type { PagerDutyState, PdLayer, PdRestriction } from './state';
import { epochSeconds, fromEpochSeconds, instantOf } from './times';

const restrictionBody = z.object({
  type: z.enum(['daily_restriction', 'weekly_restriction']),
  start_time_of_day: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, { error: 'is invalid' }),
  duration_seconds: z.number().int().min(1),
  start_day_of_week: z.number().int().optional(),
});

/** A layer as sent. */
export const layerBody = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  start: z.string(),
  end: z.string().nullish(),
  rotation_virtual_start: z.string(),
  rotation_turn_length_seconds: z.number().int(),
  users: z.array(z.object({ user: reference })),
  restrictions: z.array(restrictionBody).nullish(),
});

/** What layers are checked with. */
export interface LayerContext {
  readonly state: PagerDutyState;
  readonly now: Temporal.Instant;
  /** The schedule's layers before the request. */
  readonly before: readonly PdLayer[];
}

/**
 * The layers of a schedule after a change. A layer starts now at the earliest; one that
 * has already started keeps its start. A layer that was left out is ended, not removed.
 * @throws PagerDutyError if PagerDuty would refuse them
 */
export function changedLayers(sent: readonly z.infer<typeof layerBody>[], context: LayerContext): PdLayer[] {
  const { before, now } = context;
  if (sent.length === 0) throw invalidSchedule('rotation_layers', "can't be blank");
  const layers = sent.map((layer, index) => changedLayer(layer, index, context));
  const dropped = before.filter(({ id }) => !layers.some((layer) => layer.id === id));
  return [...layers, ...dropped.map((layer) => ended(layer, now))];
}

function changedLayer(sent: z.infer<typeof layerBody>, index: number, context: LayerContext): PdLayer {
  const { state, now, before } = context;
  const known = sent.id === undefined ? undefined : before.find(({ id }) => id === sent.id);
  if (sent.id !== undefined && known === undefined) {
    throw invalidSchedule('rotation_layers.id', `${sent.id} is not a layer of this schedule`);
  }
  const start = time('start', sent.start);
  const end = typeof sent.end === 'string' ? time('end', sent.end) : null;
  // The provider removes a layer by ending it now, even before its start.
  const removed = known !== undefined && end !== null && Temporal.Instant.compare(end, now) <= 0;
  if (end !== null && !removed && Temporal.Instant.compare(end, start) <= 0) {
    throw invalidSchedule('rotation_layers.end', 'must be after start');
  }
  return {
    id: known?.id ?? newId(state),
    name: sent.name ?? `Layer ${index + 1}`,
    start: beginning(start, known, now).toString(),
    end: end?.toString() ?? null,
    rotation_virtual_start: virtualStart(sent.rotation_virtual_start).toString(),
    rotation_turn_length_seconds: turnLength(sent.rotation_turn_length_seconds),
    users: knownUsers(
      state,
      sent.users.map(({ user }) => user.id),
    ),
    restrictions: (sent.restrictions ?? []).map(checkedRestriction),
  };
}

function beginning(
  start: Temporal.Instant,
  known: PdLayer | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  if (Temporal.Instant.compare(start, now) > 0) return start;
  const began = known === undefined ? undefined : Temporal.Instant.from(known.start);
  if (began !== undefined && Temporal.Instant.compare(began, now) <= 0) return began;
  return fromEpochSeconds(epochSeconds(now));
}

function ended(layer: PdLayer, now: Temporal.Instant): PdLayer {
  const over = layer.end !== null && Temporal.Instant.compare(Temporal.Instant.from(layer.end), now) <= 0;
  return over ? layer : { ...layer, end: fromEpochSeconds(epochSeconds(now)).toString() };
}

function time(field: string, text: string): Temporal.Instant {
  const instant = instantOf(text);
  if (instant === undefined) throw invalidSchedule(`rotation_layers.${field}`, 'is not a valid time');
  return instant;
}

function virtualStart(text: string): Temporal.Instant {
  const instant = time('rotation_virtual_start', text);
  if (epochSeconds(instant) % 60 !== 0) {
    throw invalidSchedule('rotation_layers.rotation_virtual_start', 'must be a full minute');
  }
  return instant;
}

function turnLength(seconds: number): number {
  if (seconds < 3600 || seconds > 31_536_000) {
    throw invalidSchedule(
      'rotation_layers.rotation_turn_length_seconds',
      'must be between 1 hour and 1 year',
    );
  }
  return seconds;
}

function knownUsers(state: PagerDutyState, ids: readonly string[]): string[] {
  if (ids.length === 0) throw invalidSchedule('rotation_layers.users', "can't be blank");
  const unknown = ids.filter((id) => !state.users.some((user) => user.id === id));
  if (unknown.length > 0) throw invalidSchedule('rotation_layers.users', `not found: ${unknown.join(', ')}`);
  if (hasStakeholder(state, ids)) throw invalid('Stakeholders cannot be added to schedules');
  return [...ids];
}

function checkedRestriction(sent: z.infer<typeof restrictionBody>): PdRestriction {
  const { type, start_day_of_week: day, ...rest } = sent;
  const weekly = type === 'weekly_restriction';
  if (weekly && (day === undefined || day < 1 || day > 7)) {
    throw invalid('Start day of week must be in 1, 2, 3, 4, 5, 6, or 7.');
  }
  if (sent.duration_seconds >= (weekly ? 604_800 : 86_400)) {
    throw invalidSchedule(
      `rotation_layers.${weekly ? 'weekly' : 'daily'}_restrictions.duration_seconds`,
      'Please use a shorter duration or just turn the recurrence off.',
    );
  }
  return { type, ...rest, ...(weekly && day !== undefined ? { start_day_of_week: day } : {}) };
}
