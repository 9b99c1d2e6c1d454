import { Temporal } from 'temporal-polyfill';
import { common, overlap, type Span } from '../../time/span';
import type { Deployment, Layer, Schedule } from '../deployment';
import { readOnCall } from './onCall';
import { readOverrides } from './overrides';
import type { PersonSpan } from './personSpans';
import type { PagerDutyReader } from './readers';

/**
 * A deployment read from PagerDuty, with the overrides within a span as the last layers of their
 * schedules: an override wins over every layer. If several overlap, PagerDuty's rendering decides.
 * @throws DeploymentError if one cannot be read
 */
export async function withOverrides(
  deployment: Deployment,
  pagerDuty: PagerDutyReader,
  span: Span,
): Promise<Deployment> {
  const schedules: Schedule[] = [];
  for (const schedule of deployment.schedules) {
    const layers = await overrideLayers(schedule.key, pagerDuty, span);
    schedules.push({ ...schedule, layers: [...schedule.layers, ...layers] });
  }
  return { ...deployment, schedules };
}

async function overrideLayers(schedule: string, pagerDuty: PagerDutyReader, span: Span): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const override of await readOverrides(pagerDuty, schedule, span)) {
    const onCall = await readOnCall(pagerDuty, schedule, override);
    layers.push(
      ...onCall
        .filter((each) => overlap(each, override))
        .map(({ email, ...time }) => layerOf({ email, ...common(time, override) })),
    );
  }
  return layers;
}

function layerOf({ from, until, email }: PersonSpan): Layer {
  return {
    name: 'Override',
    start: from,
    end: until,
    rotationVirtualStart: from,
    turnLength: Temporal.Duration.from({ hours: 24 }),
    users: [email],
    restrictions: [],
  };
}
