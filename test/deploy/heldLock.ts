import { spawn } from 'node:child_process';
import { environment } from '../support/providers';
import { warmProviders } from '../support/warmProviders';

/** Providers of its own, beside those of whoever wants the lock. */
const LANE = 1;

/** A run of Terraform that waits, with the state's lock in its hand. */
export interface HeldLock {
  /** Lets it go: nothing is changed. @returns Terraform's exit code */
  release(): Promise<number | null>;
}

/**
 * Begins to destroy a stack, and stops at Terraform's question, at which it holds the lock.
 * @param folder the stack's, initialized
 */
export async function holdLock(folder: string, env: Readonly<Record<string, string>>): Promise<HeldLock> {
  const terraform = spawn('terraform', ['apply', '-destroy', '-no-color'], {
    cwd: folder,
    env: environment({ ...env, ...(await warmProviders(LANE)) }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => terraform.on('exit', done));
  await heard(terraform, 'Enter a value');
  return {
    release: () => {
      terraform.stdin.end('no\n');
      return ended;
    },
  };
}

/**
 * Runs a plan that waits for the lock.
 * @returns when it has begun to wait; its exit code comes with `ended`
 */
export async function planThatWaits(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly ended: Promise<number | null> }> {
  const args = ['plan', '-input=false', '-no-color', '-detailed-exitcode', '-lock-timeout=120s'];
  const terraform = spawn('terraform', args, {
    cwd: folder,
    env: environment({ ...env, ...(await warmProviders(LANE)) }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => terraform.on('exit', done));
  await heard(terraform, 'Acquiring state lock');
  return { ended };
}

/** Waits until a program has said something. */
function heard(program: ReturnType<typeof spawn>, wanted: string): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    program.stdout?.on('data', (text: Buffer) => {
      said += text;
      if (said.includes(wanted)) done();
    });
    program.on('exit', () => fail(new Error(`'${wanted}' was never said:\n${said}`)));
  });
}
