/**
 * A refusal in PagerDuty's own form.
 * @see https://developer.pagerduty.com/docs/errors
 */
export class PagerDutyError extends Error {
  override readonly name = 'PagerDutyError';

  /**
   * @param status HTTP status
   * @param code PagerDuty's own
   */
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: readonly string[] | Readonly<Record<string, readonly string[]>>,
  ) {
    super(message);
  }

  /** The answer's body. */
  body(): object {
    const { code, message, errors } = this;
    return { error: { message, code, ...(errors === undefined ? {} : { errors }) } };
  }
}

/** There is no such object or route. */
export function notFound(): PagerDutyError {
  return new PagerDutyError(404, 2100, 'Not Found');
}

/** The request is not acceptable. */
export function invalid(...errors: string[]): PagerDutyError {
  return new PagerDutyError(400, 2001, 'Invalid Input Provided', errors);
}

/** A schedule is not acceptable because of a field. */
export function invalidSchedule(field: string, problem: string): PagerDutyError {
  return new PagerDutyError(400, 3001, 'Invalid Schedule', { [field]: [problem] });
}

/** No token, or a wrong one. */
export function unauthorized(): PagerDutyError {
  return new PagerDutyError(401, 2006, 'Authentication failed', ['Invalid API token']);
}
