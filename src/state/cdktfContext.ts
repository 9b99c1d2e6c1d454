import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../text/usageError';

/**
 * `context` of `cdktf.json`: what the CDKTF CLI hands to the app that it runs, else
 * (`npm start`) the file itself.
 * @param env environment variables
 * @throws UsageError where either is no JSON object
 */
export function cdktfContext(
  env: Readonly<Record<string, string | undefined>>,
  file = 'cdktf.json',
): Readonly<Record<string, unknown>> {
  const handed = env['CDKTF_CONTEXT_JSON'];
  if (handed !== undefined && handed !== '') return object(handed, 'CDKTF_CONTEXT_JSON');
  if (!existsSync(file)) return {};
  const { context } = object(readFileSync(file, 'utf8'), file);
  return context === undefined ? {} : object(JSON.stringify(context), `context of ${file}`);
}

function object(text: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError(`${where} is no JSON object\n  write { … }`);
}
