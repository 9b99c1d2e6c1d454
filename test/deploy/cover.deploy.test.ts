import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Catalog, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { main } from '../../src/main';
import { overlap, rosterOfCatalog, type Span } from '../../src/roster';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { watchbillApp } from '../../stacks/app';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { edited, handOff, presentSecond, TODAY, xyzTech } from './team';

jest.setTimeout(240_000);

const ZONE = 'Asia/Kuala_Lumpur';
const GROWTH = 'Investor growth';

/** Both rotations have one order, so that one person stands in both. */
const FILES = edited(xyzTech(), 'rotations.yaml', (text) =>
  text.replace('[spencer, choo, aidil, thiru]', '[aidil, thiru, choo, spencer]'),
);

suiteUnless(whyNoTerraform(), 'watchbill cover, between deploys with the real providers', () => {
  let deployed: Deployed;

  beforeAll(async () => {
    deployed = await Deployed.of(FILES);
  });
  afterAll(() => deployed?.close());

  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(['cover', ...args, '--data', deployed.data, '--yes'], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: deployed.sandbox.env,
      now: () => Temporal.Now.instant(),
      synthesize: () => [],
    });
    return { code, out: out.join(''), err: err.join('') };
  };
  const drifted = async (): Promise<
    [number, { drift: unknown[]; notes: { what: string; text: string }[] }]
  > => {
    const out: string[] = [];
    const code = await main(['drift', '--json', '--data', deployed.data], {
      out: (text) => out.push(text),
      err: (text) => out.push(text),
      env: deployed.sandbox.env,
      now: () => Temporal.Now.instant(),
      synthesize: synthesizedStacks,
    });
    return [code, JSON.parse(out.join(''))];
  };
  const present = (): Catalog => loadCatalogOrThrow(readDataDirectory(deployed.data), 'data');
  /** Deploys the data as it is on the disk now. */
  const deploy = async () => {
    const asOf = presentSecond();
    const { folder } = deployed.terraform('on-call');
    watchbillApp({ catalog: present(), asOf, sandbox: deployed.sandbox.url }, join(folder, '../..')).synth();
    await deployed.terraform('on-call').apply();
  };
  const pagerDuty = () => deployed.sandbox.state.pagerduty;
  /** Log-ins of the people on call in a time, from PagerDuty's own rendering of a schedule, with their ends. */
  const rendered = async (name: string, { from, until }: Span) => {
    const id = pagerDuty().schedules.find((schedule) => schedule.name === name)?.id;
    const { schedule } = (await deployed.readers.pagerDuty.get(`/schedules/${id}`, {
      since: from.toString(),
      until: until.toString(),
    })) as Rendered;
    return schedule.final_schedule.rendered_schedule_entries.map(({ start, end, user }) => ({
      from: Temporal.Instant.from(start).toString(),
      until: Temporal.Instant.from(end).toString(),
      email: pagerDuty().users.find((each) => each.id === user.id)?.email,
    }));
  };
  /** The same as the roster of the data says it. */
  const rostered = (name: string, span: Span) => {
    const catalog = present();
    const rotation = catalog.rotations.find((each) => each.name === name)?.id;
    const shifts = rosterOfCatalog(catalog, span).find((each) => each.rotation === rotation)?.shifts ?? [];
    const joined: { from: string; until: string; email: string }[] = [];
    for (const { from, until, onDuty } of shifts.filter((shift) => overlap(shift, span))) {
      const last = joined.at(-1);
      if (last?.email === onDuty.email) last.until = until.toString();
      else joined.push({ from: from.toString(), until: until.toString(), email: onDuty.email });
    }
    return joined;
  };
  const expectAgreement = async (span: Span) => {
    for (const { name } of present().rotations)
      expect(await rendered(name, span)).toEqual(rostered(name, span));
  };
  const oncall = async (at: Temporal.Instant) => {
    const query = { since: at.toString(), until: at.add({ seconds: 1 }).toString() };
    const found = (await deployed.readers.pagerDuty.list('/oncalls', 'oncalls', query)) as OnCall[];
    return [
      ...new Set(found.flatMap(({ schedule, user }) => (schedule?.summary === GROWTH ? [user.summary] : []))),
    ];
  };

  // From tomorrow on, so that what is planned is not what has begun; it ends within the same turn or the next.
  const from = TODAY.add({ days: 1 }).withPlainTime('22:40');
  const until = from.add({ hours: 11 });
  const week: Span = {
    from: TODAY.add({ days: 1 }).startOfDay().toInstant(),
    until: handOff(2).toInstant(),
  };
  const local = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'minute' });
  const when = ['--from', local(from), '--until', local(until)];
  const during = from.add({ hours: 1 }).toInstant();

  test.each(['by the rules', 'as two people agreed'])(
    '%s: the override, and the layer after the next deploy, name the same person; canceled, all is as it was',
    async (how) => {
      await expectAgreement(week);
      const leave = readFileSync(join(deployed.data, 'leave.yaml'), 'utf8');
      const [stands] =
        rosterOfCatalog(present(), { from: from.toInstant(), until: until.toInstant() })[0]?.shifts ?? [];
      const person = stands?.onDuty;
      // The last in line, whom the rules would not name.
      const order = present().rotations[0]?.versions[0]?.order ?? [];
      const last = order[(order.findIndex(({ id }) => id === person?.id) + 3) % order.length];
      const withWhom = how === 'by the rules' ? [] : ['--with', String(last?.id)];
      expect(await oncall(during)).toEqual([person?.name]);

      const covered = await run(String(person?.id), ...when, ...withWhom);
      expect([covered.code, covered.err]).toEqual([0, '']);
      const [standIn] = await oncall(during);
      expect(standIn).not.toBe(person?.name);
      if (how !== 'by the rules') expect(standIn).toBe(last?.name);
      expect(pagerDuty().overrides).toHaveLength(2);
      // By overrides alone PagerDuty says what the changed data says, at every boundary.
      await expectAgreement(week);
      // So nothing has to be done about it, though no layer says so yet.
      const [code, { drift, notes }] = await drifted();
      expect([code, drift]).toEqual([0, []]);
      expect(notes.map(({ what, text }) => `${what} ${/, by an override.*/.exec(text)?.[0]}`)).toEqual([
        'override , by an override, as the data says',
        'override , by an override, as the data says',
      ]);

      await deploy();
      expect(await deployed.terraform('on-call').changes()).toEqual([]);
      await expectAgreement(week);
      const overrides = pagerDuty().overrides.splice(0);
      await expectAgreement(week);
      expect(await oncall(during)).toEqual([standIn]);
      pagerDuty().overrides.push(...overrides);

      const again = await run(String(person?.id), ...when, ...withWhom);
      expect([again.code, pagerDuty().overrides]).toEqual([0, overrides]);

      const canceled = await run(String(person?.id), ...when, ...withWhom, '--cancel');
      // The layer that is deployed names the stand-in still, and that is told.
      expect(canceled.code).toBe(1);
      expect(canceled.err).toContain(`PagerDuty has ${standIn} on call in ${GROWTH}, `);
      expect(canceled.err).toContain('commit and deploy');
      expect([readFileSync(join(deployed.data, 'leave.yaml'), 'utf8'), pagerDuty().overrides]).toEqual([
        leave,
        [],
      ]);
      await deploy();
      await expectAgreement(week);
      expect(await oncall(during)).toEqual([person?.name]);
    },
  );

  test('of now: the override begins at once, and the deploy takes it over', async () => {
    const now = Temporal.Now.instant();
    const [stands] = rosterOfCatalog(present(), { from: now, until: now.add({ hours: 1 }) })[0]?.shifts ?? [];
    const end = now
      .toZonedDateTimeISO(ZONE)
      .add({ hours: 20 })
      .round({ smallestUnit: 'minute', roundingMode: 'ceil' });
    const { code } = await run(String(stands?.onDuty.id), '--until', local(end));
    expect(code).toBe(0);
    const soon = Temporal.Now.instant().add({ seconds: 5 });
    const [standIn] = await oncall(soon);
    expect(standIn).not.toBe(stands?.onDuty.name);
    await deploy();
    pagerDuty().overrides.length = 0;
    const fromSoon = {
      from: Temporal.Now.instant().add({ seconds: 30 }).round({ smallestUnit: 'second' }),
      until: week.until,
    };
    await expectAgreement(fromSoon);
    expect(await oncall(fromSoon.from)).toEqual([standIn]);
    writeFileSync(join(deployed.data, 'leave.yaml'), '[]\n');
  });
});

interface Rendered {
  readonly schedule: {
    readonly final_schedule: {
      readonly rendered_schedule_entries: readonly {
        readonly start: string;
        readonly end: string;
        readonly user: { readonly id: string };
      }[];
    };
  };
}

interface OnCall {
  readonly schedule: { readonly summary: string } | null;
  readonly user: { readonly summary: string };
}
