import type { DatadogState } from './state';

/** A monitor that notifies a PagerDuty handle which does not exist. */
export interface DanglingHandle {
  /** Name of the monitor. */
  readonly monitor: string;
  /** The word after `@pagerduty-`. */
  readonly handle: string;
}

/**
 * The handles that monitors notify and no service object stands behind. Datadog
 * accepts such a monitor in silence, and nobody is ever paged: so the sandbox
 * accepts it too, and a test asks here.
 */
export function danglingHandles({ monitors, serviceObjects }: DatadogState): DanglingHandle[] {
  const known = new Set(serviceObjects.map(({ service_name }) => service_name));
  return monitors.flatMap(({ name, message }) => {
    const handles = [...message.matchAll(/(?<=^|\s)@pagerduty-(\S+)/g)].map(([, handle = '']) => handle);
    return [...new Set(handles)]
      .filter((handle) => !known.has(handle))
      .map((handle) => ({ monitor: name, handle }));
  });
}
