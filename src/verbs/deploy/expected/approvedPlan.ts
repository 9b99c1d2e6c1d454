import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { UsageError } from '../../../text/usageError';
import { shown } from '../../../text/visible';
import { ACTIONS } from '../plan/stackPlan';
import type { SummarizedStack } from '../plan/summary';

/** The plan that somebody approves: what `--summary` writes and `--expect` reads. It contains no secrets. */
export interface ApprovedPlan {
  /** The commit of the data. @default - the data is in no repository */
  readonly commit?: string;
  /** The instant that was planned from. */
  readonly asOf: Temporal.Instant;
  /** @default - there was no plan, because the run had no keys */
  readonly stacks?: readonly SummarizedStack[];
}

const change = z.object({
  address: z.string(),
  type: z.string(),
  action: z.enum(ACTIONS),
  object: z.string(),
  text: z.array(z.string()),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
const schema = z.object({
  format: z.literal(1),
  commit: z.string().nullable(),
  asOf: z.string().transform((text) => Temporal.Instant.from(text)),
  stacks: z
    .array(
      z.object({
        stack: z.string(),
        changes: z.array(change),
        imports: z.array(z.object({ address: z.string(), id: z.string() })),
      }),
    )
    .nullable(),
});

/**
 * Reads the plan from a file.
 * @throws UsageError with code DEPL005 if there is none
 */
export function readApprovedPlan(path: string): ApprovedPlan {
  const wrong = (why: string) =>
    new UsageError(
      `DEPL005: ${shown(path)} is not a plan that was approved: ${why}\n  give --expect the file that watchbill deploy --plan-only --summary FILE wrote`,
    );
  if (!existsSync(path)) throw wrong('there is no such file');
  let result: ReturnType<typeof schema.safeParse>;
  try {
    result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw wrong('it is malformed');
  }
  if (!result.success) throw wrong(`${result.error.issues[0]?.path.join('.') || 'it'} is malformed`);
  const { commit, asOf, stacks } = result.data;
  return { asOf, ...(commit === null ? {} : { commit }), ...(stacks === null ? {} : { stacks }) };
}

/** Writes the file. */
export function writeApprovedPlan(path: string, { commit, asOf, stacks }: ApprovedPlan): void {
  const json = { format: 1, commit: commit ?? null, asOf: asOf.toString(), stacks: stacks ?? null };
  writeFileSync(path, `${JSON.stringify(json, undefined, 2)}\n`);
}
