import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog, DataFiles } from '../../../src/catalog';
import { STACKS } from '../../../stacks/stackNames';
import { catalogOf } from '../team';
import { Account, type Applied, type Deployed, type FaultAt, type Stack } from './account';
import { contentsOf } from './contents';
import type { ProviderPool } from './providerPool';
import { countShapes } from './shapes';
import { type Adopted, takeOver } from './takeOver';
import { wrongs } from './watch';

/** What a deploy of one stack ends in where nothing goes wrong. */
interface CleanDeploy {
  readonly before: Deployed;
  readonly contents: Record<string, unknown[]>;
  readonly addresses: readonly string[];
  /** How often each shape of a call occurs in it. */
  readonly shapes: Record<string, number>;
}

/** What came of a deploy that met a fault, and of what was done afterwards. */
export interface Outcome {
  readonly first: Applied;
  /** The deploy after it; none where the first one ended well all the same. */
  readonly next?: Applied;
  /** What was taken out of the state, what `watchbill adopt` found, and the deploy after it; none where it was not asked. */
  readonly adopted?: Adopted & { readonly forgotten: readonly string[]; readonly run: Applied };
  /** Where somebody could have been paged wrongly on the way. */
  readonly wrongs: readonly string[];
  /** What a plan would still change; none where the deploy before it failed. */
  readonly plan?: string;
  readonly contents: Record<string, unknown[]>;
  readonly addresses: readonly string[];
}

/** When what exists is adopted: never, before the deploy that follows the fault, or after that one. */
export type Adoption = 'never' | 'before-next' | 'after-next';

/** A deploy of one stack of the small team, which cases repeat with one fault each. */
export class Scenario {
  private prepared: Promise<CleanDeploy> | undefined;
  /** Of the data that is deployed, and of what was deployed before. */
  private readonly rosters: readonly Catalog[];

  /**
   * @param providers one pool for all that deploy at once
   * @param data what is deployed
   * @param deployed what both stacks have been deployed from before; none for a first deploy
   */
  constructor(
    private readonly providers: ProviderPool,
    private readonly stack: Stack,
    private readonly data: DataFiles,
    private readonly deployed?: DataFiles,
  ) {
    this.rosters = [data, ...(deployed === undefined ? [] : [deployed])].map(catalogOf);
  }

  /** The deploy without a fault, made once. */
  clean(): Promise<CleanDeploy> {
    this.prepared ??= this.providers.lend((env) => this.prepare(env));
    return this.prepared;
  }

  /** The deploy with a fault, and the next one without. */
  async run(fault: FaultAt, adoption: Adoption = 'never'): Promise<Outcome> {
    const { before } = await this.clean();
    return this.providers.lend((env) => this.runOn(before, env, fault, adoption));
  }

  private async runOn(
    before: Deployed,
    env: Readonly<Record<string, string>>,
    fault: FaultAt,
    adoption: Adoption,
  ): Promise<Outcome> {
    const { stack, data, rosters } = this;
    const seen = new Set<string>();
    const note = (lines: readonly string[]) => {
      for (const line of lines) seen.add(line);
    };
    const account = await Account.open(data, (state) => note(wrongs(state, rosters)), before, env);
    try {
      account.synthesize(data);
      const first = await account.deploy(stack, fault);
      const next = first.code === 0 || adoption === 'before-next' ? undefined : await account.deploy(stack);
      const adopted = adoption === 'never' ? undefined : await this.takeOver(account);
      const isDone = (adopted?.run ?? next ?? first).code === 0;
      const plan = isDone ? await account.terraform(stack).planText() : undefined;
      note(wrongs(account.state, rosters.slice(0, 1)).map((wrong) => `in the end: ${wrong}`));
      return {
        first,
        ...(next === undefined ? {} : { next }),
        ...(adopted === undefined ? {} : { adopted }),
        wrongs: [...seen],
        ...(plan === undefined ? {} : { plan }),
        contents: contentsOf(account.state),
        addresses: account.addresses(stack),
      };
    } finally {
      await account.close();
    }
  }

  async close(): Promise<void> {
    const prepared = await this.prepared?.catch(() => undefined);
    if (prepared !== undefined) rmSync(prepared.before.folder, { recursive: true, force: true });
  }

  private async takeOver(account: Account): Promise<Outcome['adopted']> {
    const forgotten = await account.forget(this.stack);
    return { forgotten, ...(await takeOver(account, this.data)), run: await account.deploy(this.stack) };
  }

  private async prepare(env: Readonly<Record<string, string>>): Promise<CleanDeploy> {
    const account = await Account.open(this.deployed ?? this.data, undefined, undefined, env);
    try {
      account.synthesize(this.deployed ?? this.data);
      for (const stack of STACKS) {
        await account.terraform(stack).init();
        if (this.deployed !== undefined || stack !== this.stack) must(await account.deploy(stack));
        if (this.deployed === undefined && stack === this.stack) break;
      }
      const folder = mkdtempSync(join(tmpdir(), 'watchbill-before-'));
      cpSync(account.folder, folder, { recursive: true });
      const before = { state: structuredClone(account.state), folder };
      account.synthesize(this.data);
      const calls = account.calls.length;
      must(await account.deploy(this.stack));
      return {
        before,
        contents: contentsOf(account.state),
        addresses: account.addresses(this.stack),
        shapes: countShapes(account.calls.slice(calls)),
      };
    } finally {
      await account.close();
    }
  }
}

function must({ code, out }: Applied): void {
  if (code !== 0) throw new Error(`a deploy without a fault fails:\n${out}`);
}
