import * as z from 'zod';
import { sameType } from '../../../../query';
import { MARK_TAG } from '../../../../text/mark';
import { answered } from '../../../../vendors/answer';
import { chosenOf } from '../choice';
import type { Finder } from '../finder';
import { type Candidate, oneOf, takenByAnother } from '../match';
import { textOf } from '../resource';

const monitors = z.array(
  z.object({ id: z.int(), name: z.string(), type: z.string(), tags: z.array(z.string()).nullish() }),
);
type Monitor = z.infer<typeof monitors>[number];

/** Our tags that identify a monitor. */
const IDENTIFYING = /^(pipeline|alert|metric):/;

/**
 * Finds a monitor of the same name. If there are several, those with our tags count, since
 * the others may be somebody else's. A monitor that Watchbill deployed for another pipeline
 * or rule is never taken. A choice comes first.
 */
export const monitor: Finder = async (resource, { datadog, once, choiceOf }) => {
  const name = textOf(resource, 'name').trim();
  const tags = z.array(z.string()).parse(resource.attributes['tags'] ?? []);
  const identity = [MARK_TAG, ...tags.filter((tag) => IDENTIFYING.test(tag))];
  const all = await once('Datadog monitors', async () =>
    answered('Datadog', 'GET /api/v1/monitor', monitors, await datadog.monitors({})),
  );
  const namesakes = all.filter((each) => each.name.trim() === name);
  const ours = namesakes.filter((each) => identity.every((tag) => each.tags?.includes(tag) === true));
  const chosen = chosenOf(
    all.map(called),
    (ours.length > 0 ? ours : namesakes).map(called),
    choiceOf(resource),
  );
  if ('kind' in chosen) return chosen;
  const [only] = chosen;
  if (only === undefined) return { kind: 'none', others: all.map(({ id }) => String(id)) };
  if (chosen.length > 1) return oneOf(resource, chosen.map(candidate));
  const isOurs = identity.every((tag) => only.tags?.includes(tag) === true);
  if (!isOurs && only.tags?.includes(MARK_TAG) === true) {
    const whose = only.tags.filter((tag) => IDENTIFYING.test(tag)).join(', ');
    return takenByAnother(resource, candidate(only), whose);
  }
  const type = textOf(resource, 'type');
  if (sameType(only.type) !== sameType(type)) {
    return {
      kind: 'undecided',
      problem: `monitor ${only.id} has that name, but is a ${only.type}, which Datadog cannot change into a ${type}`,
      wayOut: 'delete or rename it',
    };
  }
  return oneOf(resource, [candidate(only)]);
};

interface Called extends Omit<Monitor, 'id'> {
  readonly id: string;
  readonly called: string;
}

function called(monitor: Monitor): Called {
  return { ...monitor, id: String(monitor.id), called: monitor.name };
}

function candidate({ id, name }: Called): Candidate {
  return { id, called: name, texts: { name } };
}
