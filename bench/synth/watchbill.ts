/** Our program: `tsx watchbill.ts <pipelines> <outdir>` prints what it measured as JSON. */
import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../src/catalog';
import { watchbillApp } from '../../stacks/app';
import { AS_OF, dataFilesOf } from './data';
import { measured } from './measured';

const [pipelines, outdir] = process.argv.slice(2);
const files = dataFilesOf(Number(pipelines));
const begin = performance.now();
const catalog = loadCatalogOrThrow(files, 'data');
const loadSeconds = (performance.now() - begin) / 1000;
const asOf = Temporal.Instant.from(AS_OF);
console.log(
  JSON.stringify({ ...measured(() => watchbillApp({ catalog, asOf }, outdir).synth()), loadSeconds }),
);
