import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../text/usageError';

/** The CDKTF CLI's file of a project. */
const FILE = 'cdktf.json';
/** Matches the command of Watchbill's own app, however it is started. */
const OWN = /(^|[\s/])watchbill(\.js)?\s+app\s*$/;

/**
 * `context` of `cdktf.json`, as the CDKTF CLI hands it to the app, otherwise from the file.
 * @param env environment variables
 * @throws UsageError unless it is a JSON object
 */
export function cdktfContext(
  env: Readonly<Record<string, string | undefined>>,
  file = FILE,
): Readonly<Record<string, unknown>> {
  const handed = env['CDKTF_CONTEXT_JSON'];
  if (handed !== undefined && handed !== '') return object(handed, 'CDKTF_CONTEXT_JSON');
  const { context } = read(file);
  return context === undefined ? {} : object(JSON.stringify(context), `context of ${file}`);
}

/**
 * The command of a team's own app, which may hold more than their data says.
 * @returns undefined if `cdktf.json` names `watchbill app`, or no app at all
 * @throws UsageError unless it is a JSON object
 * @example
 * teamApp() // 'node app.js'
 */
export function teamApp(file = FILE): string | undefined {
  const { app } = read(file);
  return typeof app !== 'string' || app.trim() === '' || OWN.test(app) ? undefined : app;
}

function read(file: string): Record<string, unknown> {
  return existsSync(file) ? object(readFileSync(file, 'utf8'), file) : {};
}

function object(text: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Reported below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError(`${where} is not a JSON object\n  write { … }`);
}
