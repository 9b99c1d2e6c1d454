import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { jsonBody, queryText } from './body';
import { newNumber, timestamp } from './identity';
import { MonitorChange, NewMonitor } from './monitorBody';
import { changedMonitor, duplicateOf, monitorAnswer, type NewMonitorFields } from './monitorRecord';
import { checkMonitor } from './monitorRules';
import { notFound } from './refusal';
import type { DatadogState, DdMonitor } from './state';

type ById = { Params: { id: string } };

/**
 * Metric monitors, and the two routes that only validate, which the provider calls on every plan.
 * @see https://docs.datadoghq.com/api/latest/monitors/
 */
export function registerMonitors(app: FastifyInstance, context: SandboxContext): void {
  const { datadog } = context.state;
  app.post('/v1/monitor/validate', async ({ body }) => {
    check(changedMonitor(jsonBody(body, NewMonitor)));
    return {};
  });
  app.post<ById>('/v1/monitor/:id/validate', async ({ params, body }) => {
    check(changedMonitor(jsonBody(body, MonitorChange), monitorOf(datadog, params.id)));
    return {};
  });
  app.post('/v1/monitor', async ({ body }) => {
    const fields = changedMonitor(jsonBody(body, NewMonitor));
    check(fields);
    duplicateOf(fields, datadog.monitors);
    const now = timestamp(context.clock());
    const monitor = { id: newNumber(datadog), ...fields, created: now, modified: now };
    datadog.monitors.push(monitor);
    context.changed();
    return monitorAnswer(monitor);
  });
  app.get('/v1/monitor', async ({ query }) => {
    const tags = (queryText(query, 'monitor_tags') ?? '').split(',').filter((tag) => tag !== '');
    const name = queryText(query, 'name')?.toLowerCase() ?? '';
    const size = Number(queryText(query, 'page_size') ?? 100);
    const page = queryText(query, 'page');
    const found = datadog.monitors.filter(
      (monitor) =>
        monitor.name.toLowerCase().includes(name) && tags.every((tag) => monitor.tags.includes(tag)),
    );
    // Without `page` Datadog returns all of them.
    const shown = page === undefined ? found : found.slice(Number(page) * size, (Number(page) + 1) * size);
    return shown.map(monitorAnswer);
  });
  app.get<ById>('/v1/monitor/:id', async ({ params }) => monitorAnswer(monitorOf(datadog, params.id)));
  app.put<ById>('/v1/monitor/:id', async ({ params, body }) => {
    const monitor = monitorOf(datadog, params.id);
    const fields = changedMonitor(jsonBody(body, MonitorChange), monitor);
    check(fields);
    Object.assign(monitor, fields, { modified: timestamp(context.clock()) });
    context.changed();
    return monitorAnswer(monitor);
  });
  app.delete<ById>('/v1/monitor/:id', async ({ params }) => {
    const monitor = monitorOf(datadog, params.id);
    datadog.monitors = datadog.monitors.filter((each) => each !== monitor);
    context.changed();
    return { deleted_monitor_id: monitor.id };
  });
}

function check({ type, query, options }: NewMonitorFields): void {
  checkMonitor(type, query, options);
}

function monitorOf({ monitors }: DatadogState, id: string): DdMonitor {
  const monitor = monitors.find((each) => String(each.id) === id);
  if (monitor === undefined) throw notFound('Monitor not found');
  return monitor;
}
