import type { DatadogApi } from './datadog';

/** A sandbox tells what Datadog does not: to which service each handle leads. */
export async function sandboxHandles(datadog: DatadogApi): Promise<ReadonlyMap<string, string | null>> {
  const answer = await datadog.get('/sandbox/handles');
  const known = new Map<string, string | null>();
  for (const each of Array.isArray(answer) ? answer : []) {
    const { service_name, service } = each as { service_name: string; service: string | null };
    known.set(service_name, service);
  }
  return known;
}
