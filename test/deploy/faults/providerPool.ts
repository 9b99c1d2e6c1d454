import { WarmProviders } from '../../support/warmProviders';

/** Providers that wait for the next deploy; as many pairs as there are deploys at once. */
export class ProviderPool {
  private readonly free: WarmProviders[] = [];

  /**
   * Lends a job both providers, to itself.
   * @param folder where Terraform has been initialized
   * @param job is given the variables that have Terraform find them
   */
  async lend<T>(folder: string, job: (env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
    const providers = this.free.pop() ?? (await WarmProviders.start(folder));
    try {
      return await job(providers.env);
    } finally {
      if (providers.isServing) this.free.push(providers);
      else providers.stop();
    }
  }

  stop(): void {
    for (const providers of this.free.splice(0)) providers.stop();
  }
}
