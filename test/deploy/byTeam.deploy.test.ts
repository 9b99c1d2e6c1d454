import { readFileSync, writeFileSync } from 'node:fs';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { smallTeam } from './faults/smallTeam';
import { SplitFolder, untouched } from './splitFolder';
import { edited, xyzTech } from './team';

jest.setTimeout(400_000);

const missing = whyNoTerraform();

/** The stacks of the small team but for `on-call`, which says which stacks there are. */
const OTHERS = ['monitors', 'on-call-data', 'monitors-data'];

suiteUnless(missing, 'a deployed team whose stacks are split by team', () => {
  let split: SplitFolder;
  beforeAll(async () => {
    split = await SplitFolder.of(xyzTech());
  });
  afterAll(() => split?.folder.remove());

  test('two stacks', async () => {
    expect((await split.deploy()).code).toBe(0);
    expect(await split.settled()).toBe(2);
  });

  test('a value of stacks that nobody knows: its place and the way out, and nothing is done', async () => {
    const path = split.folder.at('cdktf.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('{', '{"context":{"stacks":"per team"},'));
    const { code, out, err } = await split.deploy();
    expect([code, out]).toEqual([2, expect.not.stringContaining('creates')]);
    expect(err).toContain('STCK001: stacks in cdktf.json\'s context is "per team"');
    expect(err).toContain('write "stacks": "by team", or leave it out');
  });

  test('by team without the moves: the deploy stops, and the accounts stay as they are', async () => {
    split.divide(true);
    await split.unchanged(async () => {
      const { code, out, err } = await split.deploy();
      expect([code, err]).toEqual([1, expect.stringMatching(/DEPL008: \d+ objects in the state/)]);
      expect(err).toContain('  on-call to on-call-ba: ');
      expect(err).toContain('  monitors to monitors-accounts: ');
      expect(err).toContain('  run sh cdktf.out/moves.sh');
      expect(err.replaceAll(/\s+/g, ' ')).toContain('Not deployed to the SANDBOX');
      expect(out).toContain(readFileSync(split.folder.at('cdktf.out/moves.sh'), 'utf8'));
      expect(out).toContain('pagerduty_service.aggregate-profit pagerduty_service.aggregate-profit\n');
    });
  });

  test('moves that were interrupted go on from there; after them nothing is made, changed or removed', async () => {
    const script = split.folder.at('cdktf.out/moves.sh');
    const lines = readFileSync(script, 'utf8').split('\n');
    // All that gain objects have them; what they come from is not written.
    const last = lines.findIndex((line) => /state push .*\/(on-call|monitors)\.tfstate/.test(line));
    writeFileSync(script, [...lines.slice(0, last), 'exit 7', ''].join('\n'));
    await split.unchanged(async () => {
      expect((await split.moves()).code).toBe(7);
      const { code, out } = await split.deploy();
      expect([code, out.match(/ state mv /g), out.match(/ state rm /g)?.length]).toEqual([
        1,
        null,
        expect.any(Number),
      ]);
      const moved = await split.moves();
      expect([moved.code, moved.err]).toEqual([0, '']);
      const ended = await split.deploy();
      expect(ended.err).not.toContain('DEPL');
      // Terraform's own note of which stacks there are.
      expect(
        await split.settledBy(ended, /^on-call: (creates 1|created) record in the state|^on-call: done$/),
      ).toBe(7);
    });
    expect(split.folder.leaks()).toEqual([]);
  });
});

suiteUnless(missing, 'a small team whose stacks are split by team', () => {
  const files = smallTeam();
  let split: SplitFolder;
  beforeAll(async () => {
    split = await SplitFolder.of(files);
    split.divide(true);
  });
  afterAll(() => split?.folder.remove());

  test('a team that comes and goes has stacks that come and go', async () => {
    expect((await split.deploy()).code).toBe(0);
    expect(await split.settled()).toBe(4);
    split.folder.write(
      edited(files, 'organization.yaml', (text) =>
        text.replace('teams:\n', 'teams:\n  web: { name: Web }\n'),
      ),
    );
    const comes = await split.deploy();
    expect([comes.code, untouched(comes.out)]).toEqual([0, OTHERS]);
    expect(await split.settled()).toBe(6);
    split.folder.write(files);
    const { code, out } = await split.deploy();
    expect([code, untouched(out)]).toEqual([0, OTHERS]);
    expect(out).toContain('on-call-web: removes 1 PagerDuty team');
    expect(out).toContain('monitors-web: removes 1 Datadog team');
    expect(await split.settled()).toBe(4);
  });
});
