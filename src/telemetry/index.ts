export {
  type AgentConfig,
  type AgentConnection,
  agentConfig,
  agentConfigText,
  PASSWORD_SECRET,
} from './agentConfig';
export { embeddedLedger } from './connect/embedded';
export { type Ledger, LedgerError } from './connect/ledger';
export { scratchLedger } from './connect/scratch';
export { GAUGE_VIEWS, viewName } from './gauges/views';
export { migrationSql } from './migration';
export { type GaugeValue, RehearsalLedger, type Report } from './rehearsalLedger';
export { AGENT_ROLE, pipelineRole, WRITER_ROLE } from './roles';
export type { Scenario, TimedReport } from './scenario/scenario';
export { type Broken, scenarioOf } from './scenario/scenarioOf';
export { type Telemetry, telemetryOf } from './telemetry';
