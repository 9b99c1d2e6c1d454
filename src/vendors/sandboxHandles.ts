import type { DatadogApi } from './datadog';

/** The service that each handle reaches, which a sandbox reveals and Datadog does not. */
export async function sandboxHandles(datadog: DatadogApi): Promise<ReadonlyMap<string, string | null>> {
  const answer = await datadog.get('/sandbox/handles');
  const known = new Map<string, string | null>();
  for (const each of Array.isArray(answer) ? answer : []) {
    const { service_name, service } = each as { service_name: string; service: string | null };
    known.set(service_name, service);
  }
  return known;
}
