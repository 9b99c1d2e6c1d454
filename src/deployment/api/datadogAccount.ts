import type { Downtime, Handle, Monitor } from '../deployment';
import { DeploymentError } from '../deploymentError';
import { isObject } from '../terraform/value';
import type { EndlessDowntime, HandleServices, Wanted } from './account';
import { isEndless, readDowntime, silenced, statusOf } from './downtime';
import { isMuted, readMonitor } from './monitor';
import { apiBlock, idOf, type ObjectReading, type Objects, textOf } from './objects';
import { type DatadogReader, isNotFound } from './readers';

/** What Datadog holds of ours. */
export interface DatadogAccount {
  readonly monitors: Objects<Monitor>;
  /** Scheduled and active ones. */
  readonly downtimes: Objects<Downtime>;
  readonly canceled: readonly Downtime[];
  readonly endless: readonly EndlessDowntime[];
  /** Ids of monitors that are muted in their own options. */
  readonly muted: readonly string[];
  /** Handles whose service is known. */
  readonly knownHandles: readonly Handle[];
  /** Names of all handles that exist. */
  readonly handles: readonly string[];
}

/** Reads what is ours in Datadog, and every downtime that mutes any of it. */
export async function readDatadog(
  datadog: DatadogReader,
  wanted: Wanted,
  handleServices: HandleServices,
  reading: ObjectReading,
): Promise<DatadogAccount> {
  const monitors = await monitorsOf(datadog, wanted);
  const muting = (await datadog.downtimes()).filter((value) => mutes(value, monitors, wanted.tag));
  const withStatus = (...words: readonly string[]) =>
    muting.filter((value) => words.includes(statusOf(apiBlock('downtime', value))));
  const standing = withStatus('scheduled', 'active');
  const lasts = (value: unknown) => isEndless(apiBlock('downtime', value));
  const handles = await handlesOf(datadog, wanted.handles);
  return {
    monitors: reading.all('monitor', monitors, readMonitor),
    downtimes: reading.all('downtime', standing, readDowntime),
    // A canceled mute that had no end no longer matters.
    canceled: reading.all(
      'downtime',
      withStatus('canceled').filter((value) => !lasts(value)),
      readDowntime,
    ).whole,
    endless: standing.filter(lasts).map(endlessDowntime),
    muted: monitors.filter(isMuted).map(idOf),
    knownHandles: knownHandles(handles, handleServices, reading),
    handles,
  };
}

/** Monitors with our tag, and monitors with a wanted name that have lost it. */
async function monitorsOf(datadog: DatadogReader, wanted: Wanted): Promise<unknown[]> {
  const monitors = await datadog.monitors({ tags: [wanted.tag] });
  const names = new Set(monitors.map((value) => textOf(value, 'name')));
  for (const name of wanted.monitors.filter((each) => !names.has(each))) {
    const found = await datadog.monitors({ name });
    monitors.push(...found.filter((value) => textOf(value, 'name') === name));
  }
  return monitors;
}

/** Whether a downtime has our tag, or mutes one of our monitors. */
function mutes(downtime: unknown, monitors: readonly unknown[], tag: string): boolean {
  const target = silenced(apiBlock('downtime', downtime));
  if ('monitor' in target) return monitors.some((monitor) => idOf(monitor) === target.monitor);
  if (target.tags.includes(tag)) return true;
  return monitors.some((monitor) => {
    const tags = isObject(monitor) && Array.isArray(monitor['tags']) ? monitor['tags'] : [];
    return target.tags.every((each) => each === '*' || tags.includes(each));
  });
}

function endlessDowntime(downtime: unknown): EndlessDowntime {
  const block = apiBlock('downtime', downtime);
  const scope = block.block('attributes').text('scope');
  return { key: idOf(downtime), scope, monitors: silenced(block) };
}

async function handlesOf(datadog: DatadogReader, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const path = `/api/v1/integration/pagerduty/configuration/services/${encodeURIComponent(name)}`;
    try {
      await datadog.get(path);
      found.push(name);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return found;
}

function knownHandles(names: readonly string[], services: HandleServices, reading: ObjectReading): Handle[] {
  return names.flatMap((name) => {
    const service = services.get(name);
    if (service === null) {
      const error = new DeploymentError(
        `@pagerduty-${name}`,
        'service_key',
        'no PagerDuty service has this integration key',
      );
      reading.unreadable.push({ kind: 'handle', key: name, name, description: '', error });
    }
    return typeof service === 'string' ? [{ name, service }] : [];
  });
}
