import { z } from 'zod';
import { MARK_TAG } from '../../../../text/mark';
import { answered } from '../../../../vendors/answer';
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
 * or rule is never taken.
 */
export const monitor: Finder = async (resource, { datadog, once }) => {
  const name = textOf(resource, 'name').trim();
  const tags = z.array(z.string()).parse(resource.attributes['tags'] ?? []);
  const identity = [MARK_TAG, ...tags.filter((tag) => IDENTIFYING.test(tag))];
  const all = await once('Datadog monitors', async () =>
    answered('Datadog', 'GET /api/v1/monitor', monitors, await datadog.monitors({})),
  );
  const namesakes = all.filter((each) => each.name.trim() === name);
  const ours = namesakes.filter((each) => identity.every((tag) => each.tags?.includes(tag) === true));
  const meant = ours.length > 0 ? ours : namesakes;
  const [only] = meant;
  if (only === undefined || meant.length > 1) return oneOf(resource, meant.map(candidate));
  if (ours.length === 0 && only.tags?.includes(MARK_TAG) === true) {
    const whose = only.tags.filter((tag) => IDENTIFYING.test(tag)).join(', ');
    return takenByAnother(resource, candidate(only), whose);
  }
  const type = textOf(resource, 'type');
  if (family(only.type) !== family(type)) {
    return {
      kind: 'undecided',
      problem: `monitor ${only.id} has that name, but is a ${only.type}, which Datadog cannot change into a ${type}`,
      wayOut: 'delete or rename it',
    };
  }
  return oneOf(resource, [candidate(only)]);
};

function candidate({ id, name }: Monitor): Candidate {
  return { id: String(id), called: name, texts: { name } };
}

/** `metric alert` and `query alert` are the same type. */
function family(type: string): string {
  return type === 'metric alert' ? 'query alert' : type;
}
