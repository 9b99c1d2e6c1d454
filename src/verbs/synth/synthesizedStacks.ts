import { Temporal } from 'temporal-polyfill';
import { watchbillApp } from '../../../stacks/app';
import { loadCatalogOrThrow, readDataDirectory } from '../../catalog';
import type { SynthesisRequest } from '../../cli/io';
import { written } from './stackFiles';

/**
 * The Terraform JSON of both stacks, parsed, in the order of their deployment. Request and
 * answer are plain data, so that the command and cdktf's side need not share a class.
 */
export function synthesizedStacks({ data, asOf, outdir, ...rest }: SynthesisRequest): unknown[] {
  const catalog = loadCatalogOrThrow(readDataDirectory(data), data);
  return written(outdir, (fresh) => {
    watchbillApp({ catalog, asOf: Temporal.Instant.from(asOf), ...rest }, fresh).synth();
  });
}
