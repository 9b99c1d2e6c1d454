/** A team that is not XYZ Tech and has no YAML: constructs alone, in plain CommonJS. */
const { App, TerraformStack } = require('cdktf');
const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
const { DataPagerdutyUser } = require('@cdktf/provider-pagerduty/lib/data-pagerduty-user');
const { DataPagerdutyVendor } = require('@cdktf/provider-pagerduty/lib/data-pagerduty-vendor');
const { PagerdutyProvider } = require('@cdktf/provider-pagerduty/lib/provider');
const {
  BusinessService,
  CatalogEntity,
  EscalationPolicy,
  OfficeHoursDowntime,
  OnCallRotation,
  OnCallTeam,
  PipelineService,
  RunbookMonitor,
  Temporal,
} = require('watchbill/constructs');

const timeZone = 'Asia/Tokyo';
const asOf = Temporal.Instant.from('2026-11-23T09:00:00+09:00');
const minutes = (count) => Temporal.Duration.from({ minutes: count });

const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, 'clicks');
new PagerdutyProvider(stack, 'PagerDuty');
new DatadogProvider(stack, 'Datadog');
const [ana, ben, cho] = ['ana', 'ben', 'cho'].map(
  (id) => new DataPagerdutyUser(stack, id, { email: `${id}@clicks.example` }),
);

const { schedule } = new OnCallRotation(stack, 'rotation', {
  name: 'Clicks on call',
  timeZone,
  asOf,
  versions: [{ from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Tokyo]'), order: [ana, ben, cho] }],
  covers: [
    {
      from: Temporal.Instant.from('2026-12-01T00:00:00+09:00'),
      until: Temporal.Instant.from('2026-12-02T00:00:00+09:00'),
      user: ana,
      name: 'Cover: Ana for Cho',
    },
  ],
});
const { policy } = new EscalationPolicy(stack, 'escalation', {
  name: 'Clicks',
  steps: [
    { notify: { user: ben }, waits: minutes(10) },
    { notify: { schedule }, waits: minutes(20) },
  ],
  repeat: 1,
});
const { service } = new PipelineService(stack, 'service', {
  name: 'Clicks',
  escalationPolicy: policy,
  datadogVendor: new DataPagerdutyVendor(stack, 'vendor', { name: 'Datadog' }),
  handle: 'clicks',
  acknowledgementTimeout: minutes(45),
});
const { team } = new OnCallTeam(stack, 'team', { name: 'Clicks', members: { ana, ben, cho } });
new BusinessService(stack, 'business', { name: 'Clicks for sales', supportedBy: service, team });
new RunbookMonitor(stack, 'monitor', {
  name: 'Clicks are stale',
  query: 'max(last_5m):max:clicks.lag_hours{*} > 16',
  critical: '16',
  message: 'Follow https://clicks.example/runbook, with ${HOME} and all. @pagerduty-clicks',
  tags: ['pipeline:clicks'],
  priority: 2,
});
new CatalogEntity(stack, 'entity', { name: 'clicks', displayName: 'Clicks', owner: 'clicks' });
new OfficeHoursDowntime(stack, 'downtime', {
  monitorTags: ['pipeline:reports'],
  officeHours: {
    workingWeek: [1, 2, 3, 4],
    from: Temporal.PlainTime.from('10:00'),
    until: Temporal.PlainTime.from('16:00'),
  },
  timeZone,
  asOf,
});
app.synth();
