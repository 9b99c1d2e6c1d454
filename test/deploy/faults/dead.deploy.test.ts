import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { OWN_PROVIDERS } from '../../support/warmProviders';
import { DeployFolder, type Ran } from '../deployFolder';
import { catalogOf } from '../team';
import { Ahead } from './ahead';
import { DEAD_CASES, type DeadCase, deadText, faultOf, isFirst } from './deadCases';
import { Gate } from './gate';
import { ProviderPool } from './providerPool';
import { smallTeam } from './smallTeam';
import { wrongs } from './watch';

jest.setTimeout(900_000);

const { LONG }: { readonly LONG: boolean } = require('../../form.js');

/** Longer than any deploy that ends by itself, in seconds: the tries of both providers, one after the other. */
const BOUND = 480;
/** A second of ours where only our bound ends the deploy, in milliseconds: ten minutes are thirty seconds. */
const SHORT_SECOND = 50;

/** `watchbill deploy` as its bin starts it, with other seconds. */
const driver = (second: number) => `
const { main, processIo, program } = require('./dist/watchbill.js');
const everySecond = (listener) => {
  const timer = setInterval(listener, ${second});
  return () => clearInterval(timer);
};
program(() => main(process.argv.slice(1), {
  ...processIo,
  ...(${second} === 1000 ? {} : { everySecond }),
  synthesize: (request) => require('./dist/src/verbs/synth/synthesizedStacks.js').synthesizedStacks(request),
}));`;

interface Outcome {
  readonly dead: Ran;
  readonly seconds: number;
  readonly adopted?: Ran;
  readonly next: Ran;
  readonly plan: Ran;
  readonly wrongs: readonly string[];
}

/** @param warm has Terraform find providers that serve already, after the deploy that meets a dead API */
async function outcomeOf(each: DeadCase, warm: Readonly<Record<string, string>>): Promise<Outcome> {
  const data = smallTeam();
  const rosters = [catalogOf(data)];
  const folder = await DeployFolder.of(data, 'terraform');
  const gate = await Gate.before(folder.sandbox.url);
  const seen = new Set<string>();
  const look = () => {
    for (const wrong of wrongs(folder.sandbox.state, rosters)) seen.add(wrong);
  };
  let isDead = false;
  try {
    folder.fault = (call) => {
      look();
      isDead ||= isFirst(each, call);
      if (!isDead || call.vendor !== each.vendor.toLowerCase()) return undefined;
      if (each.death === 'refuses connections') gate.shut();
      return faultOf(each);
    };
    const env = { WATCHBILL_SANDBOX: gate.url, ...warm };
    const script = driver(each.isEndless === true ? SHORT_SECOND : 1000);
    const args = ['-e', script, 'deploy', '--auto-approve', '--terraform', 'terraform'];
    const began = performance.now();
    const dead = await folder.run(process.execPath, args, { ...env, ...OWN_PROVIDERS }, undefined, BOUND);
    const seconds = (performance.now() - began) / 1000;
    folder.fault = () => undefined;
    await gate.open();
    const hasToAdopt = dead.err.includes('npx watchbill adopt');
    const adopted = hasToAdopt
      ? await folder.run(process.execPath, ['bin/watchbill.js', 'adopt'], env)
      : undefined;
    const next = await folder.deploy(['--auto-approve'], env);
    look();
    const plan = await folder.deploy(['--plan-only'], env);
    return {
      dead,
      seconds,
      ...(adopted === undefined ? {} : { adopted }),
      next,
      plan,
      wrongs: [...seen],
    };
  } finally {
    gate.shut();
    await folder.remove();
  }
}

suiteUnless(
  whyNoTerraform(),
  'an API that stays dead: the deploy ends, says what to do, and the next one works',
  () => {
    const cases = DEAD_CASES.filter(
      ({ vendor, death, since }) =>
        LONG || (vendor === 'Datadog' && death === 'never answers' && since === 'as it is applied'),
    );
    const pool = new ProviderPool();
    const jobs = new Map(
      cases.map((each) => [deadText(each), () => pool.lend((warm) => outcomeOf(each, warm))]),
    );
    // They wait; hardly any of them works.
    const ahead = new Ahead(jobs, () => false, 5);
    afterAll(() => ahead.end());

    test.each(cases.map((each): [string, DeadCase] => [deadText(each), each]))('%s', async (name, each) => {
      const { dead, seconds, adopted, next, plan, wrongs: seen } = await ahead.get(name);
      if (LONG) process.stderr.write(`${name}: ${Math.round(seconds)} s\n`);
      expect([dead.code, dead.err]).toEqual([1, expect.stringMatching(new RegExp(`^${each.code}: `, 'm'))]);
      if (adopted !== undefined) expect([adopted.code, adopted.err]).toEqual([0, expect.anything()]);
      expect([next.code, next.err]).toEqual([0, expect.anything()]);
      expect(plan.out).toMatch(/\non-call: nothing to change\nmonitors: nothing to change\n/);
      expect(seen).toEqual([]);
    });
  },
);
