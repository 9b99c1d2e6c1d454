import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { EXTENT, testEveryCall } from './everyCall';
import { MATRIX } from './matrix';

jest.setTimeout(900_000);

const { firstOnCall } = MATRIX;

suiteUnless(whyNoTerraform(), `${firstOnCall.name}: ${EXTENT}`, () => testEveryCall(firstOnCall));
