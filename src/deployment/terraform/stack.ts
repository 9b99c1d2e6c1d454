import { DeploymentError } from '../deploymentError';
import { Block } from './block';
import type { Reference } from './reference';

/** Resource types that decide who is paged and when. */
const READ = [
  'pagerduty_schedule',
  'pagerduty_escalation_policy',
  'pagerduty_service',
  'pagerduty_service_integration',
  'datadog_integration_pagerduty_service_object',
  'datadog_monitor',
  'datadog_downtime_schedule',
] as const;

/** Types whose objects page nobody and mute nothing: ownership, catalog entries, dashboards. */
const IGNORED = [
  'pagerduty_team',
  'pagerduty_team_membership',
  'pagerduty_tag',
  'pagerduty_tag_assignment',
  'pagerduty_business_service',
  'pagerduty_service_dependency',
  'datadog_team',
  'datadog_team_link',
  'datadog_team_membership',
  'datadog_software_catalog',
  'datadog_dashboard_json',
  'datadog_service_level_objective',
  'terraform_data',
] as const;

/** Data sources that the resources above refer to. */
const READ_DATA = ['pagerduty_user', 'pagerduty_vendor'] as const;

/** Data sources that decide nothing about paging. */
const IGNORED_DATA = ['pagerduty_priority', 'pagerduty_team', 'datadog_team'] as const;

/** A resource type that is read. */
export type ReadType = (typeof READ)[number];
type ReadData = `data.${(typeof READ_DATA)[number]}`;

/** Top-level keys of Terraform JSON that hold no resources. `module` is not among them. */
const IGNORED_KEYS = ['//', 'terraform', 'provider', 'output', 'variable', 'locals', 'import', 'moved'];

/** Lifecycle settings that do not change what is deployed. */
const HARMLESS_LIFECYCLE = [
  'create_before_destroy',
  'prevent_destroy',
  'replace_triggered_by',
  'precondition',
  'postcondition',
];

/**
 * The one change that may be ignored: a recurrence's first date, which no longer
 * matters once it is past.
 */
const HARMLESS_IGNORED_CHANGE = /^recurring_schedule\.recurrence\[\d+\]\.start$/;

/** The resources and data sources of one synthesized stack. References stay within it. */
export class Stack {
  private readonly objects = new Map<string, Readonly<{ type: string; value: unknown }>>();

  /**
   * @param label What to call the stack in errors.
   * @param json Parsed `cdk.tf.json`.
   * @throws DeploymentError for a resource type that the rehearsal does not know
   */
  constructor(label: string, json: unknown) {
    const top = Block.of(label, '', json);
    if (top.has('resource')) this.add(label, 'resource', '', top.block('resource'), [...READ, ...IGNORED]);
    if (top.has('data')) this.add(label, 'data', 'data.', top.block('data'), [...READ_DATA, ...IGNORED_DATA]);
    top.ignore(...IGNORED_KEYS);
    top.done();
  }

  /** The resources of a type, in the order of the JSON. */
  resources(type: ReadType): Block[] {
    return [...this.objects]
      .filter(([, object]) => object.type === type)
      .map(([address]) => this.open(address));
  }

  /**
   * The object that a reference refers to.
   * @throws DeploymentError if it refers to another type or attribute, or to nothing
   */
  follow(reference: Reference, type: ReadType | ReadData, attribute = 'id'): Block {
    const { target, address, path } = reference;
    if (reference.type !== type || reference.attribute !== attribute) {
      const received = `${target}.${reference.attribute}`;
      throw new DeploymentError(address, path, `does not refer to the ${attribute} of a ${type}`, received);
    }
    if (!this.objects.has(target)) {
      throw new DeploymentError(address, path, 'refers to an object that is not in the stack', target);
    }
    return this.open(target);
  }

  /** The log-in e-mail of the person that a reference refers to. */
  email(reference: Reference): string {
    const user = this.follow(reference, 'data.pagerduty_user');
    const email = user.text('email');
    user.done();
    return email;
  }

  private add(label: string, key: string, prefix: string, types: Block, known: readonly string[]): void {
    for (const [type, named] of types.entries()) {
      if (!known.includes(type)) {
        throw new DeploymentError(label, `${key}.${type}`, 'the rehearsal does not know this type');
      }
      for (const [name, value] of Block.of(label, `${key}.${type}`, named).entries()) {
        this.objects.set(`${prefix}${type}.${name}`, { type: `${prefix}${type}`, value });
      }
    }
  }

  /** A fresh block, with the attributes that every Terraform object may have already checked. */
  private open(address: string): Block {
    const block = Block.of(address, '', this.objects.get(address)?.value);
    if (block.has('lifecycle')) checkLifecycle(block.block('lifecycle'));
    block.ignore('//', 'depends_on', 'provider');
    return block;
  }
}

/** Whatever Terraform ignores may be deployed differently. */
function checkLifecycle(lifecycle: Block): void {
  if (lifecycle.has('ignore_changes')) {
    for (const attribute of lifecycle.texts('ignore_changes')) {
      if (!HARMLESS_IGNORED_CHANGE.test(attribute)) {
        throw lifecycle.error('ignore_changes', 'what is deployed may differ from this JSON', attribute);
      }
    }
  }
  lifecycle.ignore(...HARMLESS_LIFECYCLE);
  lifecycle.done();
}
