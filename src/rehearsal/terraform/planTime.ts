import type { Downtime } from '../deployment';
import type { Block } from './block';

/** What depends on whether an instant is still to come when Terraform plans. */
const AT_PLAN =
  /^\$\{timecmp\(plantimestamp\(\), "(?<instant>[^"]+)"\) < 0 \? (?<before>[^ ?:"]+|"[^"]*") : (?<after>[^ ?:"]+|"[^"]*")\}$/;

/**
 * Whether a downtime is deployed by a plan of the instant that was planned from, as of
 * which whatever the plan compares its time with is still to come.
 * @throws DeploymentError for a count that says something else
 */
export function isDeployed(block: Block, time: Downtime['time']): boolean {
  if (!block.has('count')) return true;
  const text = block.template('count');
  const { instant, before, after } = AT_PLAN.exec(text)?.groups ?? {};
  // Not yet: it is for a plan after the instant.
  if (before === '0' && after === '1') return false;
  // For as long as it is not over.
  if (before === '1' && after === '0' && time.kind === 'once' && instant === time.until.toString())
    return true;
  throw block.error('count', 'the rehearsal does not know whether it is deployed', text);
}

/** A text as a plan of the instant that was planned from has it. */
export function textAtPlan(block: Block, key: string): string {
  const { before } = AT_PLAN.exec(block.template(key))?.groups ?? {};
  const [, text] = /^"(.*)"$/.exec(before ?? '') ?? [];
  return text ?? block.text(key);
}
