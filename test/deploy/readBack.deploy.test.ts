import { Temporal } from 'temporal-polyfill';
import { type Deployment, type HandleServices, readApi, type Schedule } from '../../src/deployment';
import { disagreements } from '../../src/rehearsal';
import { plannedRosters } from '../../src/roster';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { edited, handOff, xyzTech } from './team';

jest.setTimeout(240_000);

/** Aidil is away for three weeks, so that there are covers. */
const FILES = edited(xyzTech(), 'leave.yaml', () => {
  const day = handOff(2).add({ days: 1 }).toPlainDate();
  return `- { person: aidil, from: ${day}, until: ${day.add({ days: 20 })} }\n`;
});

suiteUnless(whyNoTerraform(), 'what the real providers deployed, read back from the APIs', () => {
  let deployed: Deployed;
  let found: Deployment;

  beforeAll(async () => {
    deployed = await Deployed.of(FILES);
    found = await readApi(deployed.readers, deployed.wanted, await handleServices(deployed));
  });
  afterAll(() => deployed?.close());

  test('is what the Terraform JSON says, but for keys and past beginnings', () => {
    const now = Temporal.Now.instant();
    const [api, json] = [found, deployed.expected].map((each) => comparable(each, now));
    expect(api).toEqual(json);
    expect(json?.schedules.map(({ layers }) => layers.length).every((count) => count > 1)).toBe(true);
    expect([json?.monitors.length, json?.handles.length]).toEqual([16, 3]);
  });

  test.each(['elapsed', 'wall-clock'] as const)('names whom the roster names (%s)', (counting) => {
    const { catalog, asOf } = deployed;
    const now = Temporal.Now.instant();
    for (const { rotation, shifts } of plannedRosters(catalog, asOf)) {
      const name = catalog.rotations.find(({ id }) => id === rotation)?.name;
      const expected = shifts
        .filter(({ until }) => Temporal.Instant.compare(until, now) > 0)
        .map(({ from, until, onDuty }) => ({
          from: Temporal.Instant.compare(from, now) < 0 ? now : from,
          until,
          email: onDuty.email,
        }));
      expect(expected.length).toBeGreaterThan(8);
      for (const deployment of [found, deployed.expected]) {
        const schedule = deployment.schedules.find((each) => each.name === name) as Schedule;
        expect(disagreements(expected, schedule, counting)).toEqual([]);
      }
    }
  });
});

/** Where the handles lead, which only the sandbox tells. */
async function handleServices({ readers }: Deployed): Promise<HandleServices> {
  const answer = await readers.datadog.get('/sandbox/handles');
  return new Map(
    (answer as { service_name: string; service: string | null }[]).map(({ service_name, service }) => [
      service_name,
      service,
    ]),
  );
}

/** With names for keys, everything in the order of names, and no layer beginning before now. */
function comparable(deployment: Deployment, now: Temporal.Instant) {
  const { schedules, escalationPolicies, services, handles, monitors, downtimes } = deployment;
  const names = new Map(
    [...schedules, ...escalationPolicies, ...services].map(({ key, name }) => [key, name]),
  );
  const named = <T extends { readonly key: string; readonly name: string }>(objects: readonly T[]) =>
    objects.map((each) => ({ ...each, key: each.name })).sort((a, b) => a.key.localeCompare(b.key));
  const plain = {
    schedules: named(schedules).map((schedule) => ({
      ...schedule,
      layers: schedule.layers.map((layer) => ({
        ...layer,
        start: Temporal.Instant.compare(layer.start, now) < 0 ? 'past' : layer.start,
      })),
    })),
    escalationPolicies: named(escalationPolicies).map((policy) => ({
      ...policy,
      rules: policy.rules.map(({ delayMinutes, targets }) => ({
        delayMinutes,
        targets: targets.map((target) =>
          target.kind === 'user' ? target : { ...target, schedule: names.get(target.schedule) },
        ),
      })),
    })),
    services: named(services).map((each) => ({
      ...each,
      escalationPolicy: names.get(each.escalationPolicy),
    })),
    handles: handles
      .map(({ name, service }) => ({ name, service: names.get(service) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    monitors: named(monitors).map((each) => ({ ...each, message: each.message.trim() })),
    downtimes: downtimes.map(({ key: _, ...each }) => JSON.stringify(withoutBegun(each, now))).sort(),
  };
  return JSON.parse(JSON.stringify(plain)) as typeof plain;
}

/** A bridge has no beginning in the Terraform JSON; Datadog says when it was made. */
function withoutBegun(downtime: Omit<Deployment['downtimes'][number], 'key'>, now: Temporal.Instant): object {
  const { time } = downtime;
  if (time.kind !== 'once' || time.from === undefined) return downtime;
  if (Temporal.Instant.compare(time.from, now) > 0) return downtime;
  const { from: _begun, ...rest } = time;
  return { ...downtime, time: rest };
}
