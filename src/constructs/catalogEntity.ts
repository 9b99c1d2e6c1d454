import { stringify } from 'yaml';
import { Construct, DatadogSoftwareCatalog } from './cdktf';
import { terraformText } from './terraformText';

/** Somebody to write to. */
export interface EntityContact {
  /** Who it is. */
  readonly name: string;
  /** E-mail address. */
  readonly email: string;
}

/** A page that belongs to the entity. */
export interface EntityLink {
  readonly name: string;
  /** What kind of page it is, in Datadog's words. */
  readonly type: 'runbook' | 'oncall' | 'doc' | 'repo' | 'dashboard' | 'other';
  readonly url: string;
}

/** What a Software Catalog entry is made of. All texts are taken literally. */
export interface CatalogEntityProps {
  /** Unique name in Datadog; renaming it replaces the entry. */
  readonly name: string;
  /** Name for people. */
  readonly displayName: string;
  /** Handle of the Datadog team that owns it. */
  readonly owner: string;
  /**
   * Handles of further teams that own it, with their part.
   * @default - none
   */
  readonly additionalOwners?: readonly { readonly name: string; readonly type: string }[];
  /**
   * Whom to write to.
   * @default - nobody
   */
  readonly contacts?: readonly EntityContact[];
  /**
   * Runbook, on-call schedule and the like.
   * @default - none
   */
  readonly links?: readonly EntityLink[];
  /**
   * `key:value` each.
   * @default - none
   */
  readonly tags?: readonly string[];
  /**
   * @default - none
   */
  readonly description?: string;
}

/**
 * A pipeline in Datadog's Software Catalog: who owns it, whom to write to, where
 * its runbook and its schedule are. An entry is an entity of kind `service`, which
 * is what monitors' and incidents' ownership refers to.
 *
 * The entity is emitted without empty keys and as the provider writes what it reads
 * (keys sorted, indented by four): the provider compares the text, and Datadog drops
 * what is empty. So an entry that is imported plans no change.
 *
 * @see https://docs.datadoghq.com/software_catalog/entity_model/
 */
export class CatalogEntity extends Construct {
  /** The Software Catalog entry. */
  readonly entity: DatadogSoftwareCatalog;

  constructor(scope: Construct, id: string, props: CatalogEntityProps) {
    super(scope, id);
    const { contacts = [], links = [], tags = [], additionalOwners = [] } = props;
    const document = {
      apiVersion: 'v3',
      kind: 'service',
      metadata: {
        name: props.name,
        displayName: props.displayName,
        ...(props.description === undefined ? {} : { description: props.description }),
        owner: props.owner,
        ...(additionalOwners.length === 0 ? {} : { additionalOwners }),
        ...(contacts.length === 0
          ? {}
          : { contacts: contacts.map(({ name, email }) => ({ name, type: 'email', contact: email })) }),
        ...(links.length === 0 ? {} : { links: links.map(({ name, type, url }) => ({ name, type, url })) }),
        ...(tags.length === 0 ? {} : { tags }),
      },
    };
    this.entity = new DatadogSoftwareCatalog(this, 'Resource', {
      entity: terraformText(
        stringify(document, {
          indent: 4,
          sortMapEntries: true,
          lineWidth: 0,
          aliasDuplicateObjects: false,
          // A pipeline may be called `on`, which older readers of YAML take for true.
          compat: 'yaml-1.1',
        }),
      ),
    });
  }
}
