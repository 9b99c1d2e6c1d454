import { spawn } from 'node:child_process';
import { environment } from '../../test/support/providers';

/** How Terraform ended. */
export interface Ended {
  readonly code: number;
  /** Both streams. */
  readonly said: string;
  readonly seconds: number;
}

/**
 * Runs Terraform, and says every ten seconds that it still does.
 * @param progress what has been done, for that line
 */
export async function terraform(
  folder: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  progress: () => string,
): Promise<Ended> {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const child = spawn('terraform', [...args, '-input=false', '-no-color'], {
    cwd: folder,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text;
    });
  }
  const ticking = setInterval(
    () => console.error(`  terraform ${args[0]}: ${seconds().toFixed(0)} s, ${progress()}`),
    10_000,
  );
  try {
    const code = await new Promise<number>((done, fail) => {
      child.on('error', fail);
      child.on('close', (status) => done(status ?? -1));
    });
    return { code, said, seconds: seconds() };
  } finally {
    clearInterval(ticking);
  }
}
