import { warmProviders } from '../../support/warmProviders';

/** Pairs of providers that wait for the next deploy; as many as there are deploys at once. */
export class ProviderPool {
  private readonly free: number[] = [];
  private lanes = 0;

  /**
   * Lends a job both providers, to itself.
   * @param job is given the variables that have Terraform find them
   */
  async lend<T>(job: (env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
    const lane = this.free.pop() ?? this.lanes++;
    try {
      return await job(await warmProviders(lane));
    } finally {
      this.free.push(lane);
    }
  }
}
