export {
  type AgentConfig,
  type AgentConnection,
  agentConfig,
  agentConfigText,
} from './agentConfig';
export { GAUGE_QUERIES, viewName } from './gauges/views';
export { migrationSql } from './migration';
export { type Telemetry, telemetryOf } from './telemetry';
