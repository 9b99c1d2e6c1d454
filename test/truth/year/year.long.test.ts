import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Catalog, type DataFiles, readDataDirectory } from '../../../src/catalog';
import { type Deployment, type Monitor, readTerraformJson } from '../../../src/deployment';
import { mutesOf, onDutyAt, serviceOf } from '../../../src/rehearsal';
import { readStacks } from '../../../src/verbs/synth/stackFiles';
import { watchbillApp } from '../../../stacks/app';
import { catalogOf, edited } from '../../deploy/team';
import { Oracle } from '../../roster/oracle';
import { XYZ_TECH } from '../../xyzTech';
import { isCalendar, overAt } from './calendarMoves';
import { COVERS, GOES, HAPPENINGS } from './happenings';
import { applied, jsonOf, type Objects, objectsOf, planOf } from './plan';

jest.setTimeout(300_000);

const ZONE = 'Asia/Kuala_Lumpur';
const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE);
const NIGHTS = 365;
const HORIZON_DAYS = 84;
const DESKS: Readonly<Record<string, string>> = {
  'aggregate-profit': 'ba-desk@xyz-tech.example',
  'aggregate-engagement': 'ba-desk@xyz-tech.example',
  'aggregate-growth': 'accounts-desk@xyz-tech.example',
};

/** The team's data at a time, and the rules of its rotations by somebody who shares no code with the roster. */
class Team {
  readonly catalog: Catalog;
  readonly oracles: ReadonlyMap<string, Oracle>;

  constructor(readonly files: DataFiles) {
    this.catalog = catalogOf(files);
    const last = Temporal.PlainDate.from('2027-02-01');
    this.oracles = new Map(
      this.catalog.rotations.flatMap((rotation) => {
        const oracle = new Oracle(this.catalog, rotation, last);
        return rotation.pipelines.map((pipeline) => [pipeline, oracle] as const);
      }),
    );
  }
}

/** Whom a pipeline's alert pages at a moment, level by level, from a monitor's handle on. */
function paged(deployment: Deployment, monitor: Monitor, pipeline: string, at: Temporal.Instant): string[] {
  const { escalationPolicy } = serviceOf(deployment, monitor, pipeline);
  const policy = deployment.escalationPolicies.find(({ key }) => key === escalationPolicy);
  return (policy?.rules ?? []).map(({ targets }) =>
    targets
      .map((target) => {
        if (target.kind === 'user') return target.email;
        const schedule = deployment.schedules.find(({ key }) => key === target.schedule);
        return (schedule && onDutyAt(schedule, at)) ?? 'nobody';
      })
      .join(' '),
  );
}

/** Monday to Friday from 9 to 18 but for holidays, as the document says. */
function isOfficeHour(at: Temporal.ZonedDateTime, { oracles }: Team): boolean {
  const [oracle] = oracles.values();
  const isWeekday = at.dayOfWeek <= 5 && at.hour >= 9 && at.hour < 18;
  return isWeekday && oracle?.isHoliday(at.toPlainDate()) === false;
}

test('a year of nightly deploys: each changes what the calendar moves, and every hour the right people are paged', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'watchbill-year-'));
  let team = new Team(edited(readDataDirectory(XYZ_TECH), 'leave.yaml', () => '[]\n'));
  let deployed: Objects = new Map();
  let deployedAt = local('2026-01-05T09:00');
  const counts = { deploys: 0, hours: 0, covers: 0 };

  const planAt = (at: Temporal.ZonedDateTime) => {
    watchbillApp({ catalog: team.catalog, asOf: at.toInstant() }, outdir).synth();
    return planOf(deployed, objectsOf(readStacks(outdir)));
  };
  const deploy = (at: Temporal.ZonedDateTime, plan: ReturnType<typeof planAt>) => {
    deployed = applied(deployed, plan);
    deployedAt = at;
    counts.deploys += 1;
    expect(overAt(deployed, at.toInstant())).toEqual([]);
  };
  const nightly = (at: Temporal.ZonedDateTime) => {
    const plan = planAt(at);
    const horizon = deployedAt.startOfDay().add({ days: HORIZON_DAYS }).toInstant();
    const night = { last: deployedAt.toInstant(), now: at.toInstant(), horizon };
    expect([
      at.toString(),
      plan.filter((change) => !isCalendar(change, night)).map(({ address }) => address),
    ]).toEqual([at.toString(), Object.keys(GOES).filter((address) => local(GOES[address] ?? '').equals(at))]);
    deploy(at, plan);
  };
  const live = (until: Temporal.ZonedDateTime) => {
    const deployment = readTerraformJson([jsonOf(deployed)]);
    const first = deployedAt.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
    const wrong: string[] = [];
    const span = { from: deployedAt.toInstant(), until: until.toInstant() };
    const monitors = Object.keys(DESKS).map((pipeline) => {
      const monitor = deployment.monitors.find(({ tags }) => tags.includes(`pipeline:${pipeline}`));
      if (monitor === undefined) throw new Error(`no monitor of ${pipeline}`);
      expect(monitor.message).toContain(`@pagerduty-${pipeline}\n`);
      return [pipeline, monitor] as const;
    });
    const projects = deployment.monitors
      .filter(({ tags }) => tags.some((tag) => tag.endsWith('-experiments') && tag.startsWith('pipeline:')))
      .map((monitor) => [monitor.key, mutesOf(monitor, deployment.downtimes, span)] as const);
    expect(projects).toHaveLength(2);
    for (let hour = first; Temporal.ZonedDateTime.compare(hour, until) < 0; hour = hour.add({ hours: 1 })) {
      const at = hour.toInstant();
      counts.hours += 1;
      const standing = new Map([...new Set(team.oracles.values())].map((oracle) => [oracle, oracle.at(at)]));
      for (const [pipeline, monitor] of monitors) {
        const { onDuty, reason } = standing.get(team.oracles.get(pipeline) as Oracle) ?? {};
        if (reason === 'cover') counts.covers += 1;
        const right = `${DESKS[pipeline]}, ${onDuty}@xyz-tech.example`;
        const real = paged(deployment, monitor, pipeline, at).join(', ');
        if (real !== right) wrong.push(`${hour} ${pipeline}: ${real} instead of ${right}`);
      }
      const isOpen = isOfficeHour(hour, team);
      for (const [key, mutes] of projects) {
        const isHeld = mutes.some(({ from, until: end }) => isIn(at, from, end));
        if (isHeld === isOpen) wrong.push(`${hour} ${key} is ${isHeld ? '' : 'not '}held`);
      }
    }
    expect(wrong).toEqual([]);
  };

  try {
    deploy(deployedAt, planAt(deployedAt));
    const happenings = [...HAPPENINGS];
    for (let night = 1; night <= NIGHTS; night += 1) {
      const at = local('2026-01-05T02:00').add({ days: night });
      while (happenings[0] !== undefined && Temporal.ZonedDateTime.compare(local(happenings[0].at), at) < 0) {
        const { at: text, what, edit, touches } = happenings.shift() as (typeof HAPPENINGS)[number];
        const merged = local(text);
        live(merged);
        // As of the minute of the merge the old data is deployed first, so that the calendar has no part in what follows.
        nightly(merged);
        team = new Team(edit(team.files));
        const plan = planAt(merged);
        const touched = new Set(plan.map(({ address }) => shortened(address, touches)));
        expect([what, [...touched].sort()]).toEqual([what, [...touches].sort()]);
        deploy(merged, plan);
        expect(planAt(merged)).toEqual([]);
      }
      live(at);
      nightly(at);
    }
    expect(happenings).toEqual([]);
    expect(counts).toEqual({
      // The first, one every night, and for each happening the calendar's and its own.
      deploys: 1 + NIGHTS + 2 * HAPPENINGS.length,
      // From 9:00 on 5 January to 2:00 a year later.
      hours: 24 * 365 - 7,
      covers: Object.values(COVERS).reduce((sum, hours) => sum + hours),
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

function isIn(at: Temporal.Instant, from: Temporal.Instant, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
}

/** The pattern that an address is expected by, or the address. */
function shortened(address: string, patterns: readonly string[]): string {
  const fits = (pattern: string) =>
    pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
  return patterns.find(fits) ?? address;
}
