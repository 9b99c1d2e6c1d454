/**
 * The bare program: `tsx bare.ts <synthesized> <outdir>` makes every object of two
 * stacks that were synthesized before, straight from cdktf's classes with the same
 * attributes, and writes the same JSON. References are plain strings here, which is
 * less work than the tokens of a program written by hand.
 */

import * as seam from '../../src/constructs/cdktf';
import { App, Construct, TerraformResource, TerraformStack } from '../../src/constructs/cdktf';
import { measured } from './measured';
import { type Attributes, readStacks } from './stacks';

/** A class of cdktf or of a provider, as far as the bare program knows it. */
interface Maker {
  readonly tfResourceType: string;
  new (scope: Construct, id: string, config: Attributes): { overrideLogicalId(id: string): void };
}

/** Something to make, with its attributes as a program would write them. */
interface Planned {
  readonly make: Maker;
  readonly address: string;
  readonly config: Attributes;
}

/** cdktf's own class runs `terraform version` for each; ours does not, so this one does not either. */
class TerraformData extends TerraformResource {
  static readonly tfResourceType = 'terraform_data';

  constructor(scope: Construct, id: string, config: Attributes) {
    super(scope, id, {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
    });
    this.addOverride('triggers_replace', config['triggersReplace']);
  }
}

const MAKERS = new Map(
  [...Object.values<unknown>(seam), TerraformData].filter(isMaker).map((make) => [make.tfResourceType, make]),
);

function isMaker(value: unknown): value is Maker {
  return typeof value === 'function' && 'tfResourceType' in value;
}

function makerOf(type: string): Maker {
  const make = MAKERS.get(type);
  if (make === undefined) throw new Error(`no class makes ${type}`);
  return make;
}

/** Attributes in the classes' spelling: `time_zone` becomes `timeZone`, at every depth. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCased(inner),
    ]),
  );
}

function planOf(objects: Record<string, Record<string, Attributes>>, prefix: string): Planned[] {
  return Object.entries(objects).flatMap(([type, byAddress]) =>
    Object.entries(byAddress).map(([address, attributes]) => ({
      make: makerOf(prefix + type),
      address,
      config: camelCased(attributes) as Attributes,
    })),
  );
}

const [synthesized = '', outdir = ''] = process.argv.slice(2);
const plans = readStacks(synthesized).map(({ name, json }) => ({
  name,
  backend: json.terraform['backend'],
  providers: Object.keys(json.provider).map((type) => makerOf(type)),
  objects: [...planOf(json.data ?? {}, ''), ...planOf(json.resource, '')],
}));

function synthesize(): void {
  const app = new App({ stackTraces: false, outdir });
  const stacks = plans.map(({ name, backend, providers, objects }) => {
    const stack = new TerraformStack(app, name);
    stack.addOverride('terraform.backend', backend);
    for (const Provider of providers) new Provider(stack, Provider.tfResourceType, {});
    const scopes = new Map<string, Construct>();
    for (const { make, address, config } of objects) {
      const scope = scopes.get(make.tfResourceType) ?? new Construct(stack, make.tfResourceType);
      scopes.set(make.tfResourceType, scope);
      new make(scope, address, config).overrideLogicalId(address);
    }
    return stack;
  });
  const [onCall, monitors] = stacks;
  if (onCall !== undefined) monitors?.addDependency(onCall);
  app.synth();
}

console.log(JSON.stringify(measured(synthesize)));
