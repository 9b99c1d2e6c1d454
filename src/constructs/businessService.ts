import { MARK } from '../text/mark';
import {
  Construct,
  PagerdutyBusinessService,
  type PagerdutyService,
  PagerdutyServiceDependency,
  type PagerdutyTeam,
} from './cdktf';
import { checkedName } from './checkedProps';
import { terraformText } from './terraformText';

/** What a business service is made of. */
export interface BusinessServiceProps {
  /** Name in PagerDuty, taken literally. */
  readonly name: string;
  /** The technical service that it stands on. */
  readonly supportedBy: PagerdutyService;
  /**
   * The team that answers for it.
   * @default - none
   */
  readonly team?: PagerdutyTeam;
  /**
   * Whom the business asks, taken literally.
   * @default - nobody is named
   */
  readonly pointOfContact?: string;
  /**
   * Description, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * What the business sees of a pipeline: a PagerDuty business service that depends
 * on the pipeline's technical service, so that an incident of the one shows as
 * impact on the other.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/business_service
 */
export class BusinessService extends Construct {
  /** The PagerDuty business service. */
  readonly businessService: PagerdutyBusinessService;

  /** @throws Error where the name is none that PagerDuty takes */
  constructor(scope: Construct, id: string, props: BusinessServiceProps) {
    super(scope, id);
    this.businessService = new PagerdutyBusinessService(this, 'Resource', {
      name: terraformText(checkedName('name', props.name)),
      description: terraformText(props.description ?? MARK),
      ...(props.pointOfContact === undefined ? {} : { pointOfContact: terraformText(props.pointOfContact) }),
      ...(props.team === undefined ? {} : { team: props.team.id }),
    });
    new PagerdutyServiceDependency(this, 'Dependency', {
      dependency: [
        {
          // The `*_reference` forms end in an inconsistent result after apply.
          dependentService: [{ id: this.businessService.id, type: 'business_service' }],
          supportingService: [{ id: props.supportedBy.id, type: 'service' }],
        },
      ],
    });
  }
}
