export { DEPLOY, type Difference, type What } from './difference';
export { type DriftRequest, driftOf, wantedOf } from './driftOf';
export { logInNotes } from './logIns';
export { HANDLES_NOT_TOLD, type Note, overrideNotes } from './notes';
export { People } from './words';
