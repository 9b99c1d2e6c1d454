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

/** Props of a business service. */
export interface BusinessServiceProps {
  /** Name in PagerDuty, taken literally. */
  readonly name: string;
  /** The technical service that it depends on, or several by their constructs' ids. */
  readonly supportedBy: PagerdutyService | Readonly<Record<string, PagerdutyService>>;
  /**
   * The team that is responsible for it.
   * @default - none
   */
  readonly team?: PagerdutyTeam;
  /**
   * Who the business asks, taken literally.
   * @default - nobody
   */
  readonly pointOfContact?: string;
  /**
   * Description, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * A pipeline as the business sees it: a PagerDuty business service that depends on the
 * pipeline's technical services, so that their incidents show as business impact.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/business_service
 * @example
 * new BusinessService(this, 'growth', { name: 'Growth figures', supportedBy: service.service, team: team.team });
 */
export class BusinessService extends Construct {
  /** The PagerDuty business service. */
  readonly businessService: PagerdutyBusinessService;

  /** @throws Error if PagerDuty would refuse the name */
  constructor(scope: Construct, id: string, props: BusinessServiceProps) {
    super(scope, id);
    this.businessService = new PagerdutyBusinessService(this, 'Resource', {
      name: terraformText(checkedName('name', props.name)),
      description: terraformText(props.description ?? MARK),
      ...(props.pointOfContact === undefined ? {} : { pointOfContact: terraformText(props.pointOfContact) }),
      ...(props.team === undefined ? {} : { team: props.team.id }),
    });
    const { supportedBy } = props;
    const services = isOne(supportedBy) ? { Dependency: supportedBy } : supportedBy;
    for (const [each, service] of Object.entries(services)) {
      new PagerdutyServiceDependency(this, each, {
        dependency: [
          {
            // With the `*_reference` types the provider reports an inconsistent result after apply.
            dependentService: [{ id: this.businessService.id, type: 'business_service' }],
            supportingService: [{ id: service.id, type: 'service' }],
          },
        ],
      });
    }
  }
}

function isOne(supportedBy: BusinessServiceProps['supportedBy']): supportedBy is PagerdutyService {
  return Construct.isConstruct(supportedBy);
}
