import { stringify } from 'yaml';
import { Construct, DatadogSoftwareCatalog } from './cdktf';
import { checkedName } from './checkedProps';
import { terraformText } from './terraformText';

/** A person or desk to contact. */
export interface EntityContact {
  /** Who it is. */
  readonly name: string;
  /** E-mail address. */
  readonly email: string;
}

/** A page that belongs to the entity. */
export interface EntityLink {
  /** What Datadog shows. */
  readonly name: string;
  /** Kind of page, in Datadog's words. */
  readonly type: 'runbook' | 'oncall' | 'doc' | 'repo' | 'dashboard' | 'other';
  /** Address of the page. */
  readonly url: string;
}

/** Props of a Software Catalog entry. All texts are taken literally. */
export interface CatalogEntityProps {
  /** Unique name in Datadog; renaming it replaces the entry. */
  readonly name: string;
  /** Name that people see. */
  readonly displayName: string;
  /** Handle of the Datadog team that owns it. */
  readonly owner: string;
  /**
   * Handles of other teams that own it, each with the kind of ownership, e.g. `secondary`.
   * @default - none
   */
  readonly additionalOwners?: readonly { readonly name: string; readonly type: string }[];
  /**
   * Who to contact.
   * @default - nobody
   */
  readonly contacts?: readonly EntityContact[];
  /**
   * Related pages, such as the runbook and the on-call schedule.
   * @default - none
   */
  readonly links?: readonly EntityLink[];
  /**
   * `key:value` each.
   * @default - none
   */
  readonly tags?: readonly string[];
  /**
   * Description of the entry.
   * @default - none
   */
  readonly description?: string;
}

/**
 * A pipeline in Datadog's Software Catalog: who owns it, who to contact, and where its
 * runbook and its schedule are. The entity is of kind `service`, because the ownership of
 * monitors and incidents refers to services.
 *
 * The entity is written without empty keys, and exactly as the provider writes what it
 * reads (keys sorted, indented by four): Datadog drops what is empty, and the provider
 * compares texts. An entry that is imported therefore plans no change.
 *
 * @see https://docs.datadoghq.com/software_catalog/entity_model/
 * @example
 * new CatalogEntity(this, 'growth', {
 *   name: 'growth',
 *   displayName: 'Aggregate growth',
 *   owner: 'de',
 *   links: [{ name: 'Runbook', type: 'runbook', url: 'https://wiki.example/growth' }],
 * });
 */
export class CatalogEntity extends Construct {
  /** The Software Catalog entry. */
  readonly entity: DatadogSoftwareCatalog;

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: CatalogEntityProps) {
    super(scope, id);
    const { contacts = [], links = [], tags = [], additionalOwners = [] } = props;
    for (const prop of ['name', 'owner'] as const) checkedName(prop, props[prop]);
    if (props.displayName.trim() === '')
      throw new Error(`'displayName' ('${props.displayName}') must not be empty`);
    for (const { url } of links) checkUrl(url);
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
          // A pipeline may be called `on`, which older YAML parsers read as true.
          compat: 'yaml-1.1',
        }),
      ),
    });
  }
}

function checkUrl(url: string): void {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb) throw new Error(`'links': 'url' ('${url}') must be an http or https address`);
}
