import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { EXTENT, testEveryCall } from './everyCall';
import { MATRIX } from './matrix';

jest.setTimeout(900_000);

const missing = whyNoTerraform();

/** Whoever is paged on the way is the person of the old roster or of the new one at that moment. */
for (const deploy of [MATRIX.firstMonitors, MATRIX.newOrder, MATRIX.otherRotation, MATRIX.otherThreshold]) {
  suiteUnless(missing, `${deploy.name}: ${EXTENT}`, () => testEveryCall(deploy));
}
