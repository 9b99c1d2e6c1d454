export { FAILURE_CLASSES_FILE } from '../catalog';
export { GAUGES, type Gauge, type GaugeTag } from './gauges';
export { handlesOf } from './handles';
export { inert, inertCut } from './inert';
export { MESSAGE_LENGTH } from './message';
export type { MonitorDefinition } from './monitorDefinition';
export { type MonitorOptions, monitorsOf } from './monitorsOf';
export { plainNumber } from './plainNumber';
export { runbookLink, runbookUrl } from './runbookLink';
