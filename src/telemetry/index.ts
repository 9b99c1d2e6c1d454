export {
  type AgentConfig,
  type AgentConnection,
  agentConfig,
  agentConfigText,
} from './agentConfig';
export { GAUGE_VIEWS, viewName } from './gauges/views';
export { migrationSql } from './migration';
export { type Telemetry, telemetryOf } from './telemetry';
