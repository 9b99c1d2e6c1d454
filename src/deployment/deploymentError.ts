/** The problem of an attribute that no deploy sets. */
export const UNKNOWN_ATTRIBUTE = 'the rehearsal does not understand this attribute';

/** How many characters of a value an error shows. */
const SHOWN = 200;

/**
 * A deployment cannot be read with certainty. What is not understood is never
 * skipped, because what is skipped is not checked.
 */
export class DeploymentError extends Error {
  /**
   * @param address Terraform address or API id of the object, e.g. `pagerduty_schedule.growth`.
   * @param path Place in the object, e.g. `layer[0].end`; empty for the object itself.
   * @param problem What is wrong, without a full stop.
   * @param value What was received; leave it out if it may be a secret.
   */
  constructor(
    readonly address: string,
    readonly path: string,
    readonly problem: string,
    readonly value?: unknown,
  ) {
    const place = path === '' ? address : `${address} ${path}`;
    super(`${place}: ${problem}${value === undefined ? '' : `: ${shorten(JSON.stringify(value))}`}`);
    this.name = 'DeploymentError';
  }
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
