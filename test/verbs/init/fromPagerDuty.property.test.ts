import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { startSandbox } from '../../../src/sandbox';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { watchbill } from '../../cli/run';
import { emptyFolder } from './folder';
import { hoursFrom, pagedInAccount, pagedInStacks } from './paged';
import { type AccountSpec, type LayerSpec, madeAccount } from './pagerDutyAccount';

const LONG = process.env['WATCHBILL_TEST_FORM'] === 'long';

jest.setTimeout(LONG ? 1_200_000 : 120_000);

/** The clocks of London and New York change within the horizon. */
const NOW = Temporal.Instant.from('2026-10-06T12:20:30Z');
const NAMES = ['Ada', 'Grace', 'Linus', 'Mary', 'Cleo'];
const ZONES = ['Etc/UTC', 'Europe/London', 'Asia/Kuala_Lumpur', 'America/New_York', 'Asia/Kathmandu'];
const DAY = 86_400;

const time = fc.constantFrom('00:00:00', '09:00:00', '18:30:00');
const seconds = fc.constantFrom(DAY / 2, DAY / 3, DAY - 3600);
const restrictions = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc
    .tuple(time, seconds)
    .map(([start_time_of_day, duration_seconds]) => [
      { type: 'daily_restriction', start_time_of_day, duration_seconds },
    ]),
  fc
    .tuple(
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      time,
      fc.constantFrom(DAY / 2, DAY, 2 * DAY, DAY * 1.5),
    )
    .map(([days, start_time_of_day, duration_seconds]) =>
      days.map((start_day_of_week) => ({
        type: 'weekly_restriction',
        start_day_of_week,
        start_time_of_day,
        duration_seconds,
      })),
    ),
);
const layer: fc.Arbitrary<LayerSpec> = fc.record({
  people: fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 4 }),
  begins: fc
    .integer({ min: -60, max: 1 })
    .chain((days) => fc.integer({ min: 0, max: 47 }).map((halves) => [days, halves] as const))
    .map(([days, halves]) =>
      NOW.round('hour')
        .add({ minutes: days * 1440 + halves * 30 })
        .toString(),
    ),
  turnSeconds: fc.constantFrom(7 * DAY, 7 * DAY, DAY, 3 * DAY, 14 * DAY, DAY / 2),
  restrictions,
});
const layers = fc.oneof({ weight: 4, arbitrary: fc.tuple(layer) }, fc.tuple(layer, layer));
const schedule = fc.record({ timeZone: fc.constantFrom(...ZONES), layers });

const account: fc.Arbitrary<AccountSpec> = fc
  .array(schedule, { minLength: 1, maxLength: 4 })
  .chain((made) => {
    const schedules = made.map((each, at) => ({ name: `Schedule ${at}`, ...each }));
    const target = fc.constantFrom(
      ...schedules.map(({ name }) => name),
      ...schedules.map(({ name }) => name),
      'Boss',
    );
    const level = fc.record({
      targets: fc.uniqueArray(target, { minLength: 1, maxLength: 2 }),
      minutes: fc.integer({ min: 1, max: 60 }),
    });
    const policy = fc.record({
      loops: fc.integer({ min: 0, max: 9 }),
      levels: fc.array(level, { minLength: 1, maxLength: 3 }),
    });
    return fc.record({
      users: fc.constant([...NAMES, 'Boss'].map((name) => ({ name, teams: name < 'H' ? ['Team'] : [] }))),
      schedules: fc.constant(schedules),
      policies: fc
        .array(policy, { minLength: 1, maxLength: 3 })
        .map((all) => all.map((each, at) => ({ name: `Policy ${at}`, ...each }))),
      services: fc
        .array(fc.nat(), { minLength: 1, maxLength: 4 })
        .map((all) => all.map((at, index) => ({ name: `Service ${index}`, policy: at }))),
    });
  })
  .map(({ services, ...rest }) => ({
    ...rest,
    services: services.map(({ name, policy }) => ({
      name,
      policy: rest.policies[policy % rest.policies.length]?.name ?? '',
    })),
  }));

test('whatever the account, what is taken over pages the same people, and the rest is listed', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(account, async (spec) => {
      const sandbox = await startSandbox({ clock: () => NOW });
      try {
        await madeAccount(sandbox, spec);
        const folder = emptyFolder();
        const { code, err } = await watchbill(['init', folder, '--from-pagerduty'], sandbox.env, {
          now: () => NOW,
        });
        const services = spec.services.map(({ name }) => name);
        if (code !== 0) {
          expect(err).toMatch(/^INIT003: /);
          for (const name of services) expect(err).toContain(`service "${name}": `);
          return;
        }
        const stacks = synthesizedStacks({
          data: join(folder, 'data'),
          asOf: NOW.toString(),
          sandbox: sandbox.url,
        });
        const hours = hoursFrom(NOW.round('second').add({ seconds: 1 }), 84 * 24 - 1);
        const before = pagedInAccount(sandbox, hours);
        const after = pagedInStacks(stacks, hours);
        for (const [name, paged] of after) expect([name, paged]).toEqual([name, before.get(name)]);
        taken += after.size;
        const page = readFileSync(join(folder, 'FROM-PAGERDUTY.md'), 'utf8');
        const listed = page.replace(/&#(\d+);/g, (_, sign) => String.fromCodePoint(Number(sign)));
        for (const name of services.filter((each) => !after.has(each))) {
          expect(listed).toContain(`service "${name}": `);
        }
      } finally {
        await sandbox.stop();
      }
    }),
    {
      interruptAfterTimeLimit: LONG ? 1_000_000 : 90_000,
      numRuns: LONG ? 300 : 25,
      ...(LONG ? {} : { seed: 7 }),
    },
  );
  expect(taken).toBeGreaterThan(LONG ? 60 : 5);
});
