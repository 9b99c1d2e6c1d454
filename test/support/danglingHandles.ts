import type { DatadogState } from '../../src/sandbox/datadog/state';

/** A monitor that notifies a PagerDuty handle that does not exist. */
export interface DanglingHandle {
  /** Name of the monitor. */
  readonly monitor: string;
  /** The word after `@pagerduty-`. */
  readonly handle: string;
}

/**
 * The handles in monitors' messages that have no service object. Datadog silently accepts such
 * a monitor, which pages nobody; so does the sandbox, and tests call this.
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
