import { chosenId } from '../src/constructs';
import { type TerraformElement, TerraformStack } from '../src/constructs/cdktf';

/**
 * A stack whose Terraform addresses come from the data's ids alone, so that adding
 * or reordering data moves nothing and people can read and type an address:
 * `pagerduty_service.aggregate-profit`,
 * `datadog_monitor.aggregate-growth__growth-out-of-range__revenue_growth_pct__max`.
 *
 * Ids of the data are lower case. Construct ids that begin with a capital are structure
 * (`Pipelines`, `Resource`) and left out, because the resource's type already says it.
 * @throws Error if two elements would share an address
 */
export class WatchbillStack extends TerraformStack {
  private readonly addresses = new Map<string, string>();

  protected override allocateLogicalId(element: TerraformElement): string {
    const segments = element.node.path.split('/').slice(1);
    const ids = segments.filter((segment) => !/^[A-Z]/.test(segment)).map(chosenId);
    if (ids.length === 0) return super.allocateLogicalId(element);
    const id = ids.join('__');
    const type =
      'terraformResourceType' in element ? element.terraformResourceType : element.constructor.name;
    const address = `${type}.${id}`;
    const path = this.addresses.get(address);
    if (path !== undefined && path !== element.node.path) {
      throw new Error(`'${path}' and '${element.node.path}' would share the Terraform address '${id}'`);
    }
    this.addresses.set(address, element.node.path);
    return id;
  }
}
