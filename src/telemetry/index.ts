export { embeddedLedger } from '../verbs/rehearse/connect/embedded';
export { type Ledger, LedgerError } from '../verbs/rehearse/connect/ledger';
export { scratchLedger } from '../verbs/rehearse/connect/scratch';
export { type GaugeValue, RehearsalLedger, type Report } from '../verbs/rehearse/rehearsalLedger';
export type { Scenario, TimedReport } from '../verbs/rehearse/scenario/scenario';
export { type Broken, scenarioOf } from '../verbs/rehearse/scenario/scenarioOf';
export {
  type AgentConfig,
  type AgentConnection,
  agentConfig,
  agentConfigText,
  PASSWORD_SECRET,
} from './agentConfig';
export { GAUGE_VIEWS, viewName } from './gauges/views';
export { migrationSql } from './migration';
export { AGENT_ROLE, pipelineRole, WRITER_ROLE } from './roles';
export { type Telemetry, telemetryOf } from './telemetry';
