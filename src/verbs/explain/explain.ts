import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPackage } from '../../cli/ownPackage';
import { didYouMean, nearest } from '../../text/nearest';
import { tableText } from '../../text/table';
import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import { type Explanation, explanationsOf } from './explanations';
import { explanationText } from './explanationText';

/**
 * `watchbill explain`: what docs/diagnostics.md says about a code.
 * @param code in upper or lower case; undefined for a list of all codes
 * @throws UsageError with the closest code if there is no such code
 */
export function explain(code: string | undefined): string {
  const explanations = knownExplanations();
  if (code === undefined) {
    return tableText(
      ['code', 'meaning'],
      explanations.map((each) => [each.code, each.title]),
    );
  }
  const found = explanations.find((each) => each.code === code.toUpperCase());
  if (found !== undefined) return explanationText(found);
  const codes = explanations.map((each) => each.code);
  const hint =
    nearest(code, codes) === undefined
      ? 'watchbill explain lists all codes'
      : didYouMean(code, codes, 'codes');
  throw new UsageError(`unknown code ${shown(code)}: ${hint}`);
}

/** Every code of docs/diagnostics.md, which is part of the package. */
export function knownExplanations(): readonly Explanation[] {
  return explanationsOf(readFileSync(join(ownPackage().folder, 'docs/diagnostics.md'), 'utf8'));
}
