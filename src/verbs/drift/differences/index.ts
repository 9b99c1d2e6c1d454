export { type Change, DEPLOY, type Difference } from './difference';
export { driftOf } from './driftOf';
export { missingLogInDrift } from './missingLogIns';
export { HANDLES_NOT_COMPARED, type Note } from './notes';
export { onDutyDifferences } from './onDutySpans';
export type { Overridden } from './overridden';
export { People } from './people';
