import { DeploymentError } from '../../deployment/deploymentError';

/** A query, a type or a window that the rehearsal cannot play, though Datadog can. */
export class NotPlayedError extends DeploymentError {
  override readonly name = 'NotPlayedError';
}

/** Makes the error for a part of a query that the rehearsal does not understand. */
export type Refused = (what: string, value?: unknown) => NotPlayedError;
