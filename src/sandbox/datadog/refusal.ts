/** An error as JSON:API has it. */
export interface JsonApiError {
  readonly status: string;
  readonly title: string;
  readonly detail: string;
}

/** A request that Datadog refuses: thrown by a route, answered as `{"errors": […]}`. */
export class Refusal extends Error {
  readonly errors: readonly (string | JsonApiError)[];

  constructor(
    /** HTTP status. */
    readonly status: number,
    ...errors: (string | JsonApiError)[]
  ) {
    super(errors.map((error) => (typeof error === 'string' ? error : error.detail)).join('; '));
    this.errors = errors;
  }
}

export const badRequest = (error: string) => new Refusal(400, error);
export const notFound = (error: string) => new Refusal(404, error);

/** A refusal of the Software Catalog, which answers JSON:API errors. */
export const jsonApiRefusal = (status: number, title: string, detail: string) =>
  new Refusal(status, { status: String(status), title, detail });
