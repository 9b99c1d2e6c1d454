import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../src/catalog';
import { type Counting, type RenderedShift, render } from '../../../src/rehearsal';
import { horizonOf, plannedPersonRosters, planningWindow, Rosters, type Span } from '../../../src/roster';
import { type Answer, MomentOracle } from './momentOracle';
import { plainDeployment } from './plainDeployment';
import { PEOPLE, type Shape, shapes } from './randomOrganization';
import { catalogOf, emailOf } from './shapeCatalog';

const { LONG }: { LONG: boolean } = require('../../form.js');
const RUNS = LONG ? 10_000 : 1_000;

/** What is said about one schedule: by PagerDuty's rules, by the oracle, and by the roster's reports. */
interface Watched {
  readonly name: string;
  readonly rendered: Readonly<Record<Counting, readonly RenderedShift[]>>;
  readonly asked: (at: number) => Answer | undefined;
  readonly clashes: readonly Span[];
  /** Schedules that page somebody before it: nobody is to be in both. */
  readonly before: readonly Watched[];
}

/** Everything that can page somebody in a shape, level by level. */
function watchedOf(
  shape: Shape,
  oracle: MomentOracle,
  catalog: Catalog,
  asOf: Temporal.Instant,
  window: Span,
): Watched[] {
  const rosters = new Rosters(catalog);
  const { schedules, escalationPolicies } = plainDeployment(catalog, asOf, rosters);
  const clashes = new Map<string, readonly Span[]>([
    ...catalog.rotations.map((each) => {
      const planned = planningWindow(each, catalog.organization, asOf);
      return [each.id, rosters.of(each, planned).clashes] as const;
    }),
    ...plannedPersonRosters(catalog, asOf).map(
      (roster) => [roster.id.replace('/', '__'), roster.clashes] as const,
    ),
  ]);
  const watched = (id: string, asked: Watched['asked'], before: readonly Watched[] = []): Watched => {
    const schedule = schedules.find(({ key }) => key === `pagerduty_schedule.${id}`);
    const isPaged = escalationPolicies.some(({ rules }) =>
      rules.some(({ targets }) =>
        targets.some((target) => target.kind === 'schedule' && target.schedule === schedule?.key),
      ),
    );
    if (schedule === undefined || !isPaged) throw new Error(`nobody is paged by ${id}`);
    const rendered = (counting: Counting) => render(schedule, window, counting);
    return {
      name: id,
      rendered: { elapsed: rendered('elapsed'), 'wall-clock': rendered('wall-clock') },
      asked,
      clashes: clashes.get(id) ?? [],
      before,
    };
  };
  const ofDuty = (wanted: string, before: readonly Watched[] = []) =>
    shape.rotations.flatMap(({ duty }, index) =>
      duty === wanted ? [watched(`r${index}`, (at) => oracle.at(index, at), before)] : [],
    );
  const first = ofDuty('on-duty');
  const beside = { nobody: [], primary: [0], secondary: [1], person: [2] }[shape.beside];
  const named = beside.map((person) =>
    watched(`orders__${PEOPLE[person]}`, (at) => oracle.named(person, [0, 1], at)),
  );
  return [...first, ...named, ...ofDuty('backup', first)];
}

/**
 * Every moment at which the rules, a schedule or a report can change, the millisecond before it, and the
 * middle of what lies between: of such stretches of time nothing is left out.
 */
function momentsOf(oracle: MomentOracle, all: readonly Watched[], { from, until }: Span): number[] {
  const [begin, end] = [from.epochMilliseconds, until.epochMilliseconds];
  const spans = all.flatMap(({ rendered, clashes }) => [...Object.values(rendered).flat(), ...clashes]);
  const edges = new Float64Array([
    ...oracle.edges(begin, end),
    ...spans.flatMap((span) => [span.from.epochMilliseconds, span.until.epochMilliseconds]),
    end,
  ]).sort();
  const moments: number[] = [];
  const add = (at: number) => {
    if (begin <= at && at < end && at !== moments.at(-1)) moments.push(at);
  };
  edges.forEach((at, index) => {
    const next = edges[index + 1];
    if (next === undefined || next === at) return;
    for (const moment of [at - 1, at, Math.floor((at + next) / 2)]) add(moment);
  });
  return moments;
}

/** What is wrong with a schedule, at some moments in order. */
function wrongIn({ name, rendered, asked, clashes, before }: Watched, moments: readonly number[]): string[] {
  const answers = Object.entries(rendered).map(([counting, shifts]) => [counting, cursor(shifts)] as const);
  const reported = cursor(clashes);
  const problems: string[] = [];
  for (const at of moments) {
    const say = (problem: string) => problems.push(`${new Date(at).toISOString()} ${name}: ${problem}`);
    const answer = asked(at);
    const expected = answer && emailOf(PEOPLE[answer.person] as string);
    for (const [counting, shiftAt] of answers) {
      const email = shiftAt(at)?.email;
      if (email !== expected) say(`pages ${email}, not ${expected} (${counting})`);
    }
    const isReported = reported(at) !== undefined;
    if (answer === undefined) continue;
    if (isReported !== answer.isClash) say(`a clash is reported: ${isReported}`);
    const isTwice = before.some((other) => other.asked(at)?.person === answer.person);
    if (isTwice && !answer.isClash) say(`${expected} twice`);
  }
  return problems;
}

/** The span of a moment, asked in order of time. */
function cursor<T extends Span>(spans: readonly T[]): (at: number) => T | undefined {
  const ends = spans.map(({ from, until }) => [from.epochMilliseconds, until.epochMilliseconds] as const);
  let next = 0;
  return (at) => {
    while ((ends[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const end = ends[next];
    return end !== undefined && end[0] <= at ? spans[next] : undefined;
  };
}

test('whatever the offices, duties and hours: every level pages whom the rules name, nobody twice, and no clash is unreported', () => {
  let [covers, clashing] = [0, 0];
  fc.assert(
    fc.property(shapes, (shape) => {
      const catalog = catalogOf(shape);
      const { timeZone } = catalog.organization;
      const asOf = Temporal.PlainDate.from(shape.asOf).toZonedDateTime(timeZone).toInstant();
      const window = { from: asOf, until: horizonOf(asOf, catalog.organization) };
      const oracle = new MomentOracle(shape);
      const all = watchedOf(shape, oracle, catalog, asOf, window);
      const moments = momentsOf(oracle, all, window);
      expect(all.flatMap((each) => wrongIn(each, moments)).slice(0, 5)).toEqual([]);
      clashing += all.some(({ clashes }) => clashes.length > 0) ? 1 : 0;
      covers += all.some(({ rendered }) => rendered.elapsed.length > 3) ? 1 : 0;
    }),
    { seed: 20261127, numRuns: RUNS },
  );
  // The property is about something.
  expect([covers > RUNS / 2, clashing > RUNS / 20]).toEqual([true, true]);
});
