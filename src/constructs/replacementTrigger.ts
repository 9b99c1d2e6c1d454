import { type Construct, TerraformResource } from './cdktf';

/**
 * Something for `replace_triggered_by` to look at: Terraform's built-in
 * `terraform_data`, which is replaced whenever a value of its own changes.
 *
 * cdktf's own class for it (`DataResource`) runs `terraform version` once for each
 * of them at every synthesis, which takes a tenth of a second each and fails on a
 * machine without Terraform. The version is Terraform's to check, when it runs.
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
