import { once } from 'node:events';

/** Resolves when the process is asked to stop. */
export async function interrupted(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
