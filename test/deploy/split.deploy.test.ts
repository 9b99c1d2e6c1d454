import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { Terraform, whyNoTerraform } from '../support/terraform';
import { objects, type StackJson, splitStack } from './splitStacks';
import { catalogOf, presentSecond, usersOf, xyzTech } from './team';

jest.setTimeout(240_000);

const CATALOG = catalogOf(xyzTech());

suiteUnless(whyNoTerraform(), 'a deployed team whose stacks are split by team', () => {
  let outdir: string;
  let sandbox: Sandbox;
  const folder = (stack: string) => join(outdir, 'stacks', stack);
  const terraform = (stack: string) => new Terraform(folder(stack), sandbox.env);
  const whole = (stack: string) =>
    JSON.parse(readFileSync(join(outdir, 'whole', stack, 'cdk.tf.json'), 'utf8')) as StackJson;

  beforeAll(async () => {
    outdir = mkdtempSync(join(tmpdir(), 'watchbill-split-'));
    sandbox = await startSandbox({ users: usersOf(CATALOG) });
    watchbillApp({ catalog: CATALOG, asOf: presentSecond(), sandbox: sandbox.url }, outdir).synth();
    cpSync(join(outdir, 'stacks'), join(outdir, 'whole'), { recursive: true });
    for (const stack of STACKS) {
      await terraform(stack).init();
      await terraform(stack).apply();
    }
  });
  afterAll(async () => {
    await sandbox?.stop();
    rmSync(outdir, { recursive: true, force: true });
  });

  test('every address stays the same in its new stack; the plans are empty once the state has moved', async () => {
    const names: string[] = [];
    for (const stack of STACKS) {
      const parts = splitStack(stack, whole(stack), CATALOG);
      const addresses = (json: StackJson) => objects(json.resource).map(([type, id]) => `${type}.${id}`);
      expect([...parts.values()].flatMap(addresses).sort()).toEqual(addresses(whole(stack)).sort());
      for (const [name, json] of parts) {
        names.push(name);
        mkdirSync(folder(name), { recursive: true });
        writeFileSync(join(folder(name), 'cdk.tf.json'), JSON.stringify(json));
        if (name === stack) continue;
        const [from, to] = [stack, name].map((each) => join(folder(each), 'terraform.tfstate'));
        const mover = new Terraform(outdir, sandbox.env);
        for (const address of addresses(json)) {
          await mover.ok('state', 'mv', `-state=${from}`, `-state-out=${to}`, address, address);
        }
      }
    }
    expect(names.sort()).toEqual([
      'monitors',
      'monitors-accounts',
      'monitors-ba',
      'monitors-de',
      'on-call',
      'on-call-accounts',
      'on-call-ba',
    ]);
    for (const name of names) {
      await terraform(name).init();
      expect([name, await terraform(name).planText()]).toEqual([name, '']);
    }
  });
});
