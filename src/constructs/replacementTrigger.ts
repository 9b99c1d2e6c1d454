import { type Construct, TerraformResource } from './cdktf';

/**
 * A target for `replace_triggered_by`: Terraform's built-in `terraform_data`, which is
 * replaced whenever one of its values changes.
 *
 * cdktf's own class for it (`DataResource`) runs `terraform version` for each object at
 * every synthesis, which takes a tenth of a second each and fails without Terraform.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export class ReplacementTrigger extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { triggers_replace: this.values };
  }
}
