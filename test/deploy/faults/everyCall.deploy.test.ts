import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { Ahead } from './ahead';
import { EXTENT, FaultedCases } from './everyCall';
import { MATRIX } from './matrix';
import { ProviderPool } from './providerPool';
import { documentTable } from './table';

jest.setTimeout(900_000);

const { LONG }: { readonly LONG: boolean } = require('../../form.js');
const missing = whyNoTerraform();

/**
 * What provider 3.30.8 tries for two minutes. A membership it repeats without its body, by
 * which PagerDuty makes the member a manager, and then waits for the role that it did not
 * say; a schedule that is gone it deletes again and again.
 */
const WAITS_FOR_MINUTES = /PUT \/pagerduty\/teams\/\{id\}\/users\/|DELETE \/pagerduty\/schedules\/.* is done/;

// All deploys are in one suite, so that those that wait do so beside the others' work.
const pool = new ProviderPool();
const deploys = Object.values(MATRIX).map((deploy) => new FaultedCases(deploy, pool));
const jobs = new Map(deploys.flatMap((deploy) => [...deploy.jobs()]));
const ahead = new Ahead(jobs, (name) => WAITS_FOR_MINUTES.test(name), 3);

afterAll(async () => {
  await ahead.end();
  for (const deploy of deploys) await deploy.close();
  if (LONG && missing === undefined) documentTable();
});

/** Whoever is paged on the way is the person of the old roster or of the new one at that moment. */
for (const deploy of deploys) {
  suiteUnless(missing, `${deploy.name}: ${EXTENT}`, () => deploy.test(ahead));
}
