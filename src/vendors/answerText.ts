/**
 * A refusal in the vendor's own words: the messages in its JSON; anything else as it came.
 * @example
 * answerText('{"error":{"message":"Authentication failed","errors":["Invalid API token"]}}')
 * // 'Authentication failed: Invalid API token'
 */
export function answerText(answer: string): string {
  const { error, errors } = parsed(answer) as { readonly error?: unknown; readonly errors?: unknown };
  return textsIn(error ?? errors).join(': ') || answer;
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** PagerDuty sends `{message, errors}`, Datadog a list of texts or of `{title, detail}`; fields have a list each. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const { message, errors, title, detail, ...fields }: Readonly<Record<string, unknown>> = Object(
    value ?? {},
  );
  const words = [message, errors, title, detail].flatMap((each) => (each === undefined ? [] : textsIn(each)));
  if (words.length > 0) return words;
  return Object.entries(fields).flatMap(([field, each]) => textsIn(each).map((text) => `${field} ${text}`));
}
