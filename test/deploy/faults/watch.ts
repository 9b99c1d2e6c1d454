import { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../src/catalog';
import type { Layer, Schedule } from '../../../src/deployment';
import { render } from '../../../src/rehearsal';
import { plannedRosters } from '../../../src/roster';
import type { SandboxState } from '../../../src/sandbox';
import type { PdLayer, PdSchedule } from '../../../src/sandbox/pagerduty/state';
import { danglingHandles } from '../../support/danglingHandles';
import { TODAY } from '../team';

/** Who stands from when on, by e-mail, in order. */
type Watches = readonly { readonly from: Temporal.Instant; readonly email: string | undefined }[];

/**
 * What is wrong with the accounts at a moment in the middle of a deploy: somebody could be
 * paged now, and would be the wrong person, or nobody.
 * @param rosters whom it may be: the roster that is deployed, and the one that is being deployed
 * @returns one line for each; empty where nobody is paged wrongly
 */
export function wrongs(state: SandboxState, rosters: readonly Catalog[]): string[] {
  return [...wrongSchedules(state, rosters), ...wrongPolicies(state), ...wrongMonitors(state)];
}

function wrongSchedules({ pagerduty }: SandboxState, catalogs: readonly Catalog[]): string[] {
  const expected = catalogs.map((catalog) => rosterOf(catalog));
  const now = Temporal.Now.instant();
  return pagerduty.schedules.flatMap((each) => {
    const emails = new Map(pagerduty.users.map(({ id, email }) => [id, email]));
    const schedule = read(each, emails);
    const until = expected[0]?.until ?? now;
    const shown: Watches = schedule.layers.length === 0 ? [] : render(schedule, { from: now, until });
    const edges = [now, ...[shown, ...expected.map(({ watches }) => watches)].flat().map(({ from }) => from)];
    return edges
      .filter((at) => Temporal.Instant.compare(at, now) >= 0 && Temporal.Instant.compare(at, until) < 0)
      .filter((at) => {
        const paged = standsAt(shown, at);
        return paged === undefined || !expected.some(({ watches }) => standsAt(watches, at) === paged);
      })
      .map((at) => `schedule ${each.name} pages ${standsAt(shown, at) ?? 'nobody'} at ${at}`);
  });
}

function standsAt(watches: Watches, at: Temporal.Instant): string | undefined {
  return watches.findLast(({ from }) => Temporal.Instant.compare(from, at) <= 0)?.email;
}

const rosters = new WeakMap<Catalog, { watches: Watches; until: Temporal.Instant }>();

/** Worked out once: it is asked for after every call. */
function rosterOf(catalog: Catalog): { watches: Watches; until: Temporal.Instant } {
  const known = rosters.get(catalog) ?? plannedRosterOf(catalog);
  rosters.set(catalog, known);
  return known;
}

function plannedRosterOf(catalog: Catalog): { watches: Watches; until: Temporal.Instant } {
  const [roster, ...others] = plannedRosters(catalog, TODAY.toInstant());
  const until = roster?.shifts.at(-1)?.until;
  if (roster === undefined || until === undefined || others.length > 0)
    throw new Error('one rotation is expected');
  return { watches: roster.shifts.map(({ from, onDuty }) => ({ from, email: onDuty.email })), until };
}

function read({ id, name, time_zone, layers }: PdSchedule, emails: ReadonlyMap<string, string>): Schedule {
  const layerOf = (layer: PdLayer): Layer => ({
    name: layer.name,
    start: Temporal.Instant.from(layer.start),
    ...(layer.end === null ? {} : { end: Temporal.Instant.from(layer.end) }),
    rotationVirtualStart: Temporal.Instant.from(layer.rotation_virtual_start),
    turnLength: Temporal.Duration.from({ seconds: layer.rotation_turn_length_seconds }),
    users: layer.users.map((user) => emails.get(user) ?? user),
    restrictions: [],
  });
  return { key: id, name, timeZone: time_zone, layers: layers.map(layerOf) };
}

/** Both levels are there, whatever is under way: the desk, and whoever is on duty. */
function wrongPolicies({ pagerduty, datadog }: SandboxState): string[] {
  const { services, escalationPolicies, schedules, users, integrations } = pagerduty;
  const exist = new Set([...schedules, ...users].map(({ id }) => id));
  const policies = services.flatMap(({ name, escalation_policy }) => {
    const policy = escalationPolicies.find(({ id }) => id === escalation_policy);
    if (policy === undefined) return [`service ${name} has no escalation policy`];
    const levels = policy.rules.map(({ targets }) => targets.filter(({ id }) => exist.has(id)).length);
    return levels.length === 2 && !levels.includes(0)
      ? []
      : [`service ${name} pages ${levels.length} levels: ${levels}`];
  });
  const keys = new Set(integrations.map(({ integration_key }) => integration_key));
  const handles = datadog.serviceObjects
    .filter(({ service_key }) => !keys.has(service_key))
    .map(({ service_name }) => `handle ${service_name} has the key of no service`);
  return [...policies, ...handles];
}

function wrongMonitors({ datadog }: SandboxState): string[] {
  const dangling = danglingHandles(datadog).map(
    ({ monitor, handle }) => `${monitor} tells ${handle}, which is nothing`,
  );
  const silent = datadog.monitors
    .filter(({ message, tags }) => {
      const handle = tags.includes('pipeline:profit') ? '@pagerduty-profit' : '@ada@small.example';
      return !message.split(/\s+/).includes(handle);
    })
    .map(({ name }) => `${name} tells nobody`);
  return [...dangling, ...silent];
}
