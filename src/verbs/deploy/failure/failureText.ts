import { counted } from '../../../text/counted';
import type { TerraformFailure } from '../terraform/stackRun';
import { adviceFor } from './advice';

/** Most errors that are shown; the others, mostly of the same kind, are counted. */
const MOST = 5;

/**
 * Terraform's errors, and what to do about each kind.
 * @param safe removes secrets from a vendor's text, and whatever a terminal would obey
 * @param command Terraform or tofu, as it is typed
 * @param isBegun whether anything may have been changed
 */
export function failureText(
  { where: stack, step, diagnostics }: TerraformFailure,
  safe: (text: string) => string,
  command: string,
  isBegun: boolean,
): string {
  const shown = diagnostics.slice(0, MOST).map(({ address, summary, detail }) => {
    const head = [address, summary].filter((part) => part !== undefined && part !== '').join(': ');
    const rest = detail.split('\n').filter((line) => line.trim() !== '');
    return [head, ...rest.map((line) => `  ${line}`)].map((line) => `${safe(line)}\n`).join('');
  });
  const more = diagnostics.length - shown.length;
  const advice = diagnostics.map((diagnostic) => adviceFor({ diagnostic, stack, command, isBegun }));
  return [
    `${stack}: ${step} failed\n`,
    ...shown,
    ...(more > 0 ? [`and ${counted(more, 'more error')}\n`] : []),
    ...[...new Set(advice)].map((text) => `${safe(text)}\n`),
  ].join('');
}
