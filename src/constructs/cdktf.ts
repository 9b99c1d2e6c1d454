/**
 * The only file that imports cdktf and the two providers. Everything else imports them
 * from here, so that a move to another host (CDK Terrain) or provider build changes one
 * file. Provider imports are deep, because the barrels cost a second and 250 MB.
 */

export { DowntimeSchedule as DatadogDowntimeSchedule } from '@cdktf/provider-datadog/lib/downtime-schedule';
export { IntegrationPagerdutyServiceObject as DatadogPagerdutyServiceObject } from '@cdktf/provider-datadog/lib/integration-pagerduty-service-object';
export { Monitor as DatadogMonitor } from '@cdktf/provider-datadog/lib/monitor';
export { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
export { SoftwareCatalog as DatadogSoftwareCatalog } from '@cdktf/provider-datadog/lib/software-catalog';
export { Team as DatadogTeam } from '@cdktf/provider-datadog/lib/team';
export { BusinessService as PagerdutyBusinessService } from '@cdktf/provider-pagerduty/lib/business-service';
export { DataPagerdutyUser } from '@cdktf/provider-pagerduty/lib/data-pagerduty-user';
export { DataPagerdutyVendor } from '@cdktf/provider-pagerduty/lib/data-pagerduty-vendor';
export { EscalationPolicy as PagerdutyEscalationPolicy } from '@cdktf/provider-pagerduty/lib/escalation-policy';
export { PagerdutyProvider } from '@cdktf/provider-pagerduty/lib/provider';
export { Schedule as PagerdutySchedule } from '@cdktf/provider-pagerduty/lib/schedule';
export { Service as PagerdutyService } from '@cdktf/provider-pagerduty/lib/service';
export { ServiceDependency as PagerdutyServiceDependency } from '@cdktf/provider-pagerduty/lib/service-dependency';
export { ServiceIntegration as PagerdutyServiceIntegration } from '@cdktf/provider-pagerduty/lib/service-integration';
export { Team as PagerdutyTeam } from '@cdktf/provider-pagerduty/lib/team';
export { TeamMembership as PagerdutyTeamMembership } from '@cdktf/provider-pagerduty/lib/team-membership';
export {
  Annotations,
  App,
  type ITerraformDependable,
  TerraformBackend,
  TerraformElement,
  TerraformResource,
  TerraformStack,
  Testing,
} from 'cdktf';
export { Construct, type IConstruct } from 'constructs';
