import { join, relative } from 'node:path';
import { App, TerraformBackend, type TerraformStack } from '../src/constructs/cdktf';
import type { Backend } from '../src/state/backendSchema';
import { localStateFile, stateSettings } from '../src/state/statePlace';

/** Where one stack's state is kept, as Terraform reads it. */
export class StateBackend extends TerraformBackend {
  private readonly attributes: Readonly<Record<string, unknown>>;

  /** @param sandbox whether the stack is deployed to a sandbox, whose local state is a file of its own */
  constructor(stack: TerraformStack, backend: Backend, sandbox: boolean) {
    super(stack, 'Backend', backend.type);
    const { id } = stack.node;
    // Terraform runs in the stack's folder; cdktf's own default is an absolute path.
    const folder = relative(join(App.of(stack).outdir, 'stacks', id), '.');
    const file = join(folder, localStateFile(id, sandbox));
    this.attributes = stateSettings(backend, id, file);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }

  override getRemoteStateDataSource(): never {
    throw new Error("the stacks do not read each other's state");
  }
}
