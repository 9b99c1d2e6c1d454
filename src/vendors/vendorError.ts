import { oneLine } from './secrets';

/** How many characters of an answer an error shows. */
const SHOWN = 300;

/** A vendor's API refused a request, or could not be reached. */
export class VendorError extends Error {
  override readonly name = 'VendorError';

  /**
   * @param vendor `PagerDuty` or `Datadog`
   * @param request method and path, without the query's values
   * @param status HTTP status; undefined if no answer came
   * @param answer the answer without credentials; shown in one line, without anything invisible
   */
  constructor(
    readonly vendor: string,
    readonly request: string,
    readonly status: number | undefined,
    answer: string,
  ) {
    const whole = oneLine(answer);
    const text = whole.length <= SHOWN ? whole : `${whole.slice(0, SHOWN)}…`;
    const came = status === undefined ? 'no answer' : `answered ${status}`;
    super(`${vendor} ${oneLine(request)}: ${came}: ${text}`);
  }
}
