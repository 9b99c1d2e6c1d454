import { join, relative } from 'node:path';
import { App, TerraformBackend, type TerraformStack } from '../src/constructs/cdktf';
import type { Backend } from '../src/state/backendSchema';

/** Where one stack's state is kept, as Terraform reads it. */
export class StateBackend extends TerraformBackend {
  private readonly attributes: Readonly<Record<string, unknown>>;

  /**
   * @param sandbox whether the stack is for a sandbox, whose local state is a file of its own
   */
  constructor(stack: TerraformStack, backend: Backend, sandbox: boolean) {
    super(stack, 'Backend', backend.type);
    const { type, ...settings } = backend;
    const id = stack.node.id;
    if (type === 'local') {
      // Terraform runs in the stack's folder; cdktf's own default is a path of one machine.
      const folder = relative(join(App.of(stack).outdir, 'stacks', id), '.');
      this.attributes = { path: join(folder, `terraform.${id}${sandbox ? '.sandbox' : ''}.tfstate`) };
      return;
    }
    const { prefix, ...others } = settings as { prefix: string };
    this.attributes = { ...others, ...PLACE[type](prefix, id) };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }

  override getRemoteStateDataSource(): never {
    throw new Error("the stacks do not read each other's state");
  }
}

/** A stack's own place in what all stacks share. */
const PLACE: Readonly<
  Record<Exclude<Backend['type'], 'local'>, (prefix: string, id: string) => Record<string, unknown>>
> = {
  s3: (prefix, id) => ({ key: `${prefix}/${id}.tfstate` }),
  gcs: (prefix, id) => ({ prefix: `${prefix}/${id}` }),
  azurerm: (prefix, id) => ({ key: `${prefix}/${id}.tfstate` }),
  remote: (prefix, id) => ({ workspaces: { name: `${prefix}-${id}` } }),
  pg: (prefix, id) => ({ schema_name: `${prefix}_${id.replaceAll('-', '_')}` }),
};
