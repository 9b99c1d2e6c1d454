/** An error in JSON:API's form. */
export interface JsonApiError {
  readonly status: string;
  readonly title: string;
  readonly detail: string;
}

/** A request that Datadog refuses; the answer is `{"errors": […]}`. */
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

/** 400. */
export const badRequest = (error: string) => new Refusal(400, error);
/** 404. */
export const notFound = (error: string) => new Refusal(404, error);

/** A refusal of the Software Catalog, which answers with JSON:API errors. */
export const jsonApiRefusal = (status: number, title: string, detail: string) =>
  new Refusal(status, { status: String(status), title, detail });
