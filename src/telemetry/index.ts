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
