import { Temporal } from 'temporal-polyfill';
import { MARK } from '../text/mark';
import {
  Construct,
  DatadogPagerdutyServiceObject,
  type DataPagerdutyVendor,
  type PagerdutyEscalationPolicy,
  PagerdutyService,
  PagerdutyServiceIntegration,
} from './cdktf';
import { checkedDuration, checkedName } from './checkedProps';
import { terraformText } from './terraformText';

/** Props of a pipeline's service. */
export interface PipelineServiceProps {
  /** Name of the service in PagerDuty, printable characters, taken literally. */
  readonly name: string;
  /** Who is paged. */
  readonly escalationPolicy: PagerdutyEscalationPolicy;
  /** PagerDuty's vendor entry for Datadog (`data.pagerduty_vendor`). */
  readonly datadogVendor: DataPagerdutyVendor;
  /**
   * How loudly it notifies. Incidents of low urgency are never escalated: PagerDuty notifies
   * whom the policy's first level reaches, by their low-urgency notification rules.
   * @default 'high'
   */
  readonly urgency?: 'high' | 'low';
  /** The word after `@pagerduty-` in Datadog, `[A-Za-z0-9_-]+`. Renaming it replaces the handle. */
  readonly handle: string;
  /**
   * How long until an acknowledged incident that is not resolved notifies again, so that an
   * acknowledgement while half asleep is not the end of it.
   * @default Temporal.Duration.from({ minutes: 30 })
   */
  readonly acknowledgementTimeout?: Temporal.Duration;
  /**
   * Description, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * Where a pipeline's alerts become incidents: a PagerDuty service with its Datadog
 * integration and the handle by which Datadog's monitors reach it. No timer resolves
 * incidents: they end when the monitor recovers.
 *
 * The integration's key is a secret that Terraform passes from one vendor to the other.
 * It is in the state, but in no file and in no other stack.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/service
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/integration_pagerduty_service_object
 * @example
 * new PipelineService(this, 'growth', {
 *   name: 'Aggregate growth',
 *   escalationPolicy: policy.policy,
 *   datadogVendor: new DataPagerdutyVendor(this, 'datadog', { name: 'Datadog' }),
 *   handle: 'growth', // messages name it as @pagerduty-growth
 * });
 */
export class PipelineService extends Construct {
  /** The PagerDuty service. */
  readonly service: PagerdutyService;
  /** The Datadog side: the object behind the handle. */
  readonly serviceObject: DatadogPagerdutyServiceObject;

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: PipelineServiceProps) {
    super(scope, id);
    if (!/^[A-Za-z0-9_-]+$/.test(props.handle)) {
      throw new Error(`'handle' ('${props.handle}') must contain only letters, digits, '_' and '-'`);
    }
    const timeout = props.acknowledgementTimeout ?? Temporal.Duration.from({ minutes: 30 });
    this.service = new PagerdutyService(this, 'Resource', {
      name: terraformText(checkedName('name', props.name)),
      description: terraformText(props.description ?? MARK),
      escalationPolicy: props.escalationPolicy.id,
      acknowledgementTimeout: String(checkedDuration('acknowledgementTimeout', timeout, 'seconds', 1)),
      autoResolveTimeout: 'null',
      incidentUrgencyRule: { type: 'constant', urgency: props.urgency ?? 'high' },
    });
    const integration = new PagerdutyServiceIntegration(this, 'Datadog', {
      name: 'Datadog',
      service: this.service.id,
      vendor: props.datadogVendor.id,
    });
    this.serviceObject = new DatadogPagerdutyServiceObject(this, 'Handle', {
      serviceName: props.handle,
      serviceKey: integration.integrationKey,
    });
  }
}
