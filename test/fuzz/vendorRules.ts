import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Owner } from '../../src/catalog';

const ID = /^[a-z0-9-]{1,60}$/;
const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[a-z0-9.-]+\.[a-z][a-z0-9-]*[a-z0-9]$/i;
const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/organization.schema.json'), 'utf8'));
const ZONES: readonly string[] = schema.properties.timeZone.enum;

/** What PagerDuty, Datadog or Terraform would refuse or misunderstand; written without the catalog's own code. */
export function vendorComplaints(catalog: Catalog): string[] {
  const complaints: string[] = [];
  const demand = (holds: boolean, what: string) => {
    if (!holds) complaints.push(what);
  };
  const { organization, teams, people, pipelines, rotations, leave, holidays } = catalog;

  demand(ZONES.includes(organization.timeZone), 'zone');
  demand(/^https:\/\/[^\s()<>[\]"'`{}|?#$]*[^/]$/.test(organization.runbooksUrl), 'runbooksUrl');
  demand(organization.horizonDays >= 1 && organization.horizonDays <= 366, 'horizon');
  demand(!organization.restDays.some((day) => organization.workingWeek.includes(day)), 'rest day');

  const named: [string, readonly { readonly id: string; readonly name: string }[], number][] = [
    ['team', teams, 100],
    ['pipeline', pipelines, 200],
    ['rotation', rotations, 200],
  ];
  for (const [kind, things, max] of named) {
    const names = things.map(({ name }) => name.toLowerCase());
    demand(new Set(names).size === names.length, `${kind} names differ`);
    for (const { id, name } of things) {
      demand(ID.test(id), `${kind} id`);
      demand(printable(name) && !/[\\/&<>]/.test(name) && [...name].length <= max, `${kind} name ${name}`);
    }
  }
  const texts = [organization.name, ...people.map(({ name }) => name), ...holidays.map(({ name }) => name)];
  for (const text of texts) demand(printable(text), `text ${text}`);

  const emails = [...people.map(({ email }) => email), ...teams.flatMap(({ desk }) => desk?.email ?? [])];
  demand(new Set(emails.map((email) => email.toLowerCase())).size === emails.length, 'e-mails differ');
  for (const email of emails) demand(EMAIL.test(email), `e-mail ${email}`);
  const owners = [...people, ...teams].map(({ id }) => id);
  demand(new Set(owners).size === owners.length, 'ids of owners differ');
  const holidayIds = new Set(holidays.map(({ id }) => id));
  for (const person of people) {
    demand(teams.includes(person.team), 'team');
    demand(person.observes === 'all' || person.observes.every((id) => holidayIds.has(id)), 'observes');
  }

  const known = (owner: Owner) =>
    owner.kind === 'team' ? teams.includes(owner.team) : people.includes(owner.person);
  for (const pipeline of pipelines) {
    const { primary, secondary, escalation, coverage, runbook } = pipeline;
    demand(known(primary) && known(secondary), `owners of ${pipeline.id}`);
    demand(escalation.steps.length > 0 && escalation.repeat >= 0 && escalation.repeat <= 9, 'escalation');
    for (const { waits } of escalation.steps) demand(wholeMinutes(waits) >= 1, 'escalation delay');
    const serving = rotations
      .filter(({ pipelines: served }) => served.includes(pipeline.id))
      .map(({ id }) => id);
    demand(
      serving.join() === pipeline.rotations.map(({ id }) => id).join() &&
        (coverage === 'on-call') === serving.length > 0,
      `rotation of ${pipeline.id}`,
    );
    demand(coverage === 'office-hours' || runbook !== undefined, `runbook of ${pipeline.id}`);
    for (const alert of runbook?.alerts ?? []) {
      demand(ID.test(alert.id) && alert.section.slug === alert.id, `alert ${alert.id}`);
      if ('metrics' in alert)
        demand(alert.metrics.length > 0 && alert.metrics.every((m) => /^[a-z0-9_]+$/.test(m)), 'metrics');
      if (alert.kind === 'range') {
        const { min = -Infinity, max = Infinity } = alert;
        demand(min < max && (Number.isFinite(min) || Number.isFinite(max)), 'range');
      }
      if (alert.kind === 'trend')
        demand(alert.deviationPercent > 0 && Number.isInteger(alert.weeks), 'trend');
      if (alert.kind === 'discrepancy')
        demand(alert.tolerancePercent >= 0 && Number.isFinite(alert.tolerancePercent), 'tolerance');
      if (alert.kind === 'freshness') demand(wholeMinutes(alert.maxLag) >= 1, 'maxLag');
      if (alert.kind === 'duration') demand(wholeMinutes(alert.longerThan) >= 1, 'longerThan');
      if (alert.priority !== undefined) demand([1, 2, 3, 4, 5].includes(alert.priority), 'priority');
    }
  }
  for (const { turnDays, versions, pipelines: served } of rotations) {
    demand(turnDays >= 1 && turnDays * 86_400 <= 31_536_000, 'turn');
    demand(
      served.every((id) => pipelines.some((pipeline) => pipeline.id === id)),
      'pipelines served',
    );
    versions.forEach(({ from, order }, index) => {
      const before = versions[index - 1]?.from;
      demand(order.length > 0 && new Set(order).size === order.length, 'order');
      demand(
        order.every((person) => people.includes(person)),
        'members',
      );
      demand(
        before === undefined || (before.until(from).days > 0 && before.until(from).days % turnDays === 0),
        'version',
      );
    });
  }
  for (const { person, from, until } of leave) {
    demand(people.includes(person) && from.epochMilliseconds < until.epochMilliseconds, 'leave');
  }
  return complaints;
}

/** Go's unicode.IsPrint, by which the provider judges names, and no text that is executed or notifies. */
function printable(text: string): boolean {
  return (
    text.trim() === text &&
    /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text) &&
    !/\$\{|%\{|\{\{|\}\}|@/.test(text)
  );
}

function wholeMinutes(duration: Temporal.Duration): number {
  const minutes = duration.total('minutes');
  return Number.isInteger(minutes) ? minutes : 0;
}
