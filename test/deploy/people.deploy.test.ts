import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DataFiles } from '../../src/catalog';
import { main } from '../../src/main';
import { contains, plannedRosters } from '../../src/roster';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { catalogOf, edited, handOff, TODAY, xyzTech } from './team';

jest.setTimeout(240_000);

/** Growth is Choo's, and Aidil is its secondary owner. */
const CHOOS = edited(xyzTech(), 'pipelines.yaml', (text) =>
  text.replace('primary: accounts\n  secondary: de', 'primary: choo\n  secondary: aidil'),
);
const PERSONAL = 'pagerduty_schedule.aggregate-growth__choo';

/** The first day after tomorrow on which Choo stands nowhere. */
function freeDay(): Temporal.PlainDate {
  const rosters = plannedRosters(catalogOf(CHOOS), TODAY.toInstant());
  const stands = (day: Temporal.ZonedDateTime) =>
    rosters.some(({ shifts }) =>
      [0, 23].some((hours) =>
        shifts.some((shift) => contains(shift, day.add({ hours }).toInstant()) && shift.onDuty.id === 'choo'),
      ),
    );
  let day = TODAY.add({ days: 2 });
  while (stands(day)) day = day.add({ days: 1 });
  return day.toPlainDate();
}

/** Spencer has left at the hand-off before the last one, and everything of his has gone to others. */
function withoutSpencer(files: DataFiles): DataFiles {
  const from = handOff(-2).toPlainDate();
  const orders = edited(files, 'rotations.yaml', (text) =>
    text
      .replace(
        'spencer]\ngrowth:',
        `spencer]\n    - from: ${from}\n      order: [aidil, thiru, choo]\ngrowth:`,
      )
      .replace(/thiru\]\n*$/, `thiru]\n    - from: ${from}\n      order: [choo, aidil, thiru]\n`),
  );
  const owners = edited(orders, 'pipelines.yaml', (text) =>
    text.replace('secondary: spencer', 'secondary: thiru'),
  );
  return edited(owners, 'organization.yaml', (text) =>
    text.replace('email: spencer@xyz-tech.example', `email: spencer@xyz-tech.example, left: ${from}`),
  );
}

suiteUnless(
  whyNoTerraform(),
  'people who are paged by name, and people who leave, with the real providers',
  () => {
    let deployed: Deployed;

    beforeAll(async () => {
      deployed = await Deployed.of(CHOOS);
    });
    afterAll(() => deployed?.close());

    const synthesize = (files: DataFiles, asOf = deployed.asOf) => {
      const outdir = resolve(deployed.terraform('on-call').folder, '../..');
      watchbillApp({ catalog: catalogOf(files), asOf, sandbox: deployed.sandbox.url }, outdir).synth();
    };
    const changes = async (files: DataFiles, asOf = deployed.asOf) => {
      synthesize(files, asOf);
      const all = [];
      for (const stack of STACKS) all.push(...(await deployed.terraform(stack).changes()));
      // A plan at night writes the bridge of that night, whoever is on call.
      const others = all.filter(({ address }) => !address.includes('__until-'));
      return others.map(({ address, actions }) => `${actions.join('+')} ${address}`);
    };
    const deploy = async (files: DataFiles) => {
      synthesize(files);
      for (const stack of STACKS) await deployed.terraform(stack).apply();
      expect(await changes(files)).toEqual([]);
    };
    const layers = () =>
      deployed.sandbox.state.pagerduty.schedules
        .find(({ name }) => name === 'Aggregate growth for investors: Choo')
        ?.layers.map(({ name }) => name);

    test('a schedule of their own is deployed, the policy pages it, and the second plan is empty', async () => {
      expect(await changes(CHOOS)).toEqual([]);
      expect(layers()).toEqual(['Choo']);
      const { schedules, escalationPolicies } = deployed.sandbox.state.pagerduty;
      const own = schedules.find(({ name }) => name === 'Aggregate growth for investors: Choo');
      const policy = escalationPolicies.find(({ name }) => name === 'Aggregate growth for investors');
      expect(policy?.rules[0]?.targets.map(({ id }) => id)).toEqual([own?.id]);
    });

    test('a leave adds its cover layer, and changes nothing else', async () => {
      const day = freeDay();
      const files = edited(CHOOS, 'leave.yaml', () => `- { person: choo, from: ${day}, until: ${day} }\n`);
      expect(await changes(files)).toEqual([`update ${PERSONAL}`]);
      await deploy(files);
      expect(new Set(layers())).toEqual(new Set(['Choo', `Cover ${day}: Aidil for Choo`]));
      expect(await changes(files, TODAY.add({ days: 1 }).toInstant())).toEqual([]);
      await deploy(CHOOS);
    });

    test('somebody has left: their log-in is deleted, the next plan works and is empty, and nothing drifts', async () => {
      const files = withoutSpencer(CHOOS);
      await deploy(files);
      const { users, memberships } = deployed.sandbox.state.pagerduty;
      const spencer = users.find(({ email }) => email === 'spencer@xyz-tech.example')?.id ?? '';
      expect(memberships.filter(({ user }) => user === spencer)).toEqual([]);
      await deployed.readers.pagerDuty.delete(`/users/${spencer}`);
      expect(await changes(files)).toEqual([]);
      expect(await changes(files, TODAY.add({ days: 1 }).toInstant())).toEqual([]);

      for (const [path, bytes] of files) writeFileSync(join(deployed.data, path), bytes);
      const out: string[] = [];
      const code = await main(['drift', '--data', deployed.data, '--as-of', deployed.asOf.toString()], {
        out: (text) => out.push(text),
        err: (text) => out.push(text),
        env: deployed.sandbox.env,
        now: () => Temporal.Now.instant(),
        synthesize: synthesizedStacks,
      });
      expect([code, out.join('').split('.')[0]]).toEqual([0, 'No drift']);
    });
  },
);
