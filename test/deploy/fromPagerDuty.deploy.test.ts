import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataDirectory } from '../../src/catalog';
import { main } from '../../src/main';
import { startSandbox } from '../../src/sandbox';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { hoursFrom, pagedInAccount } from '../verbs/init/paged';
import { type AccountSpec, madeAccount } from '../verbs/init/pagerDutyAccount';
import { Adoption } from './adoption';
import { presentSecond } from './team';

jest.setTimeout(300_000);

/** Turns begin on days before today, whatever day it is. */
const begins = (days: number, hour: number) =>
  presentSecond()
    .toZonedDateTimeISO('UTC')
    .startOfDay()
    .subtract({ days })
    .add({ hours: hour })
    .toInstant()
    .toString();

const account = (): AccountSpec => ({
  users: [
    { name: 'Ada', teams: ['Data'], timeZone: 'Asia/Tokyo' },
    { name: 'Grace', teams: ['Data'], timeZone: 'Asia/Tokyo' },
    { name: 'Linus', teams: ['Others'], timeZone: 'Etc/UTC' },
    { name: 'Boss', teams: ['Others'], timeZone: 'Etc/UTC' },
  ],
  schedules: [
    {
      name: 'Primary',
      timeZone: 'Asia/Tokyo',
      layers: [{ people: ['Ada', 'Grace'], begins: begins(10, 1) }],
    },
    {
      name: 'Nights',
      timeZone: 'Etc/UTC',
      layers: [
        {
          people: ['Linus', 'Boss'],
          begins: begins(3, 6),
          turnSeconds: 2 * 86_400,
          restrictions: [
            { type: 'daily_restriction', start_time_of_day: '20:00:00', duration_seconds: 36_000 },
          ],
        },
      ],
    },
  ],
  policies: [
    {
      name: 'Orders ladder',
      loops: 1,
      levels: [
        { targets: ['Primary'], minutes: 10 },
        { targets: ['Nights', 'Boss'], minutes: 20 },
      ],
    },
    { name: 'Shared', levels: [{ targets: ['Primary'], minutes: 5 }] },
  ],
  services: [
    { name: 'Orders', policy: 'Orders ladder' },
    { name: 'Refunds', policy: 'Shared' },
    { name: 'Payments', policy: 'Shared' },
  ],
});

suiteUnless(whyNoTerraform(), 'an account that init took over', () => {
  test('is deployed without a change of whom each service pages, hour by hour, nor a second copy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-from-'));
    let adoption: Adoption | undefined;
    const sandbox = await startSandbox();
    try {
      await madeAccount(sandbox, account());
      const said: string[] = [];
      const code = await main(['init', folder, '--from-pagerduty'], {
        out: (text) => said.push(text),
        err: (text) => said.push(text),
        env: sandbox.env,
        now: presentSecond,
        synthesize: synthesizedStacks,
      });
      expect([code, said.join('')]).toEqual([0, expect.stringContaining('Nothing was left out.')]);
      const maps = said.join('').match(/--map \S+/g) ?? [];
      expect(maps).toHaveLength(1);

      adoption = await Adoption.of(readDataDirectory(join(folder, 'data')), sandbox);
      const adopted = await adoption.adopt(...maps.flatMap((map) => map.split(' ')));
      expect(adopted).toMatchObject({ code: 0, err: '' });
      // Nobody who is on call is among what the deploy will change.
      expect(adopted.out).not.toMatch(/ \d\d:\d\d to /);
      const before = sandbox.state.pagerduty;
      const ids = [before.schedules, before.services].map((all) => all.map(({ id }) => id));
      const hours = hoursFrom(presentSecond().add({ hours: 1 }), 83 * 24);
      const paged = pagedInAccount(sandbox, hours);
      expect((await adoption.deploy()).again).toBe('');
      expect(pagedInAccount(sandbox, hours)).toEqual(paged);
      const { schedules, services } = sandbox.state.pagerduty;
      for (const [at, all] of [schedules, services].entries()) {
        expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(ids[at] ?? []));
        expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      }
      expect(services.map(({ name }) => name).sort()).toEqual(['Orders', 'Payments', 'Refunds']);
    } finally {
      await adoption?.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
