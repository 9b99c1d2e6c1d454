/**
 * A refusal in PagerDuty's own shape.
 * @see https://developer.pagerduty.com/docs/errors
 */
export class PagerDutyError extends Error {
  override readonly name = 'PagerDutyError';

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

/** No such object, or no such route. */
export function notFound(): PagerDutyError {
  return new PagerDutyError(404, 2100, 'Not Found');
}

/** What was sent is not accepted. */
export function invalid(...errors: string[]): PagerDutyError {
  return new PagerDutyError(400, 2001, 'Invalid Input Provided', errors);
}

/** A schedule that PagerDuty refuses, by the field that is wrong. */
export function invalidSchedule(field: string, problem: string): PagerDutyError {
  return new PagerDutyError(400, 3001, 'Invalid Schedule', { [field]: [problem] });
}

/** No token, or a wrong one. */
export function unauthorized(): PagerDutyError {
  return new PagerDutyError(401, 2006, 'Authentication failed', ['Invalid API token']);
}
