import { type Construct, TerraformResource } from '../src/constructs/cdktf';

/**
 * The names of all stacks, kept in the state of `on-call` where there are more than the two. A
 * deploy learns from it that a stack is gone from the data, and still has objects in its state:
 * a team was dissolved, or there are two stacks again.
 *
 * It is Terraform's own `terraform_data`, whose `input` is a value and nothing else.
 */
export class StackRecord extends TerraformResource {
  constructor(
    scope: Construct,
    private readonly names: readonly string[],
  ) {
    super(scope, 'stacks', {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.names };
  }
}
