import { DeploymentError } from '../deploymentError';
import { enveloped, textOf } from './objects';
import { isNotFound, type PagerDutyReader } from './readers';

/** Log-in e-mails of PagerDuty users by their id; each is requested once. */
export class Users {
  private readonly emails = new Map<string, string>();

  constructor(private readonly pagerDuty: PagerDutyReader) {}

  /** Requests users. One that no longer exists is an error only when somebody refers to it. */
  async load(ids: Iterable<string>): Promise<void> {
    for (const id of new Set(ids)) {
      if (this.emails.has(id)) continue;
      try {
        const user = enveloped(await this.pagerDuty.get(`/users/${id}`), 'user', `user ${id}`);
        this.emails.set(id, textOf(user, 'email'));
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    }
  }

  /**
   * The log-in of a user that was loaded.
   * @throws DeploymentError if there is no such user, or it has no log-in
   */
  email(id: string, address: string, path: string): string {
    const email = this.emails.get(id);
    if (email === undefined || email === '') {
      throw new DeploymentError(address, path, 'refers to a user that PagerDuty does not know', id);
    }
    return email;
  }
}
