import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { jsonApiRefusal } from './refusal';

const text = z.string().min(1);
const address = z.email().or(z.url());

const Metadata = z.strictObject({
  name: z.string().regex(/^\S+$/, 'is empty or has blanks'),
  namespace: text.optional(),
  displayName: text.optional(),
  description: text.optional(),
  owner: text.optional(),
  additionalOwners: z.array(z.strictObject({ name: text, type: text.optional() })).optional(),
  inheritFrom: text.optional(),
  tags: z.array(text).optional(),
  links: z
    .array(z.strictObject({ name: text, type: text, url: z.url(), provider: text.optional() }))
    .optional(),
  contacts: z.array(z.strictObject({ name: text.optional(), type: text, contact: address })).optional(),
});

const section = z.object({}).loose().optional();
const Entity = z.strictObject({
  apiVersion: z.string().regex(/^v3(\.\d+)?$/, 'is not v3'),
  kind: z.enum(['service', 'datastore', 'queue', 'system', 'api']),
  metadata: Metadata,
  spec: section,
  integrations: section,
  extensions: section,
  datadog: section,
});

/** A Software Catalog entry as sent. */
export type Entity = z.infer<typeof Entity>;

/** An entity's reference in Datadog, e.g. `service:default/aggregate-profit`. */
export function refOf({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind}:${namespace}/${name}`;
}

/**
 * Reads the YAML (or JSON) of one entity of the schema v3.
 * @throws Refusal 400
 * @see https://docs.datadoghq.com/software_catalog/entity_model/
 */
export function readEntity(raw: string): Entity {
  const [document, ...others] = parseAllDocuments(raw);
  if (document === undefined || !('errors' in document) || document.errors.length > 0) {
    throw refused('the document is not valid YAML');
  }
  if (others.length > 0) throw refused('there is more than one document');
  const { success, data, error } = Entity.safeParse(document.toJS());
  if (success) return data;
  const [issue] = error.issues;
  throw refused(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
}

function refused(reason: string) {
  return jsonApiRefusal(400, 'Bad Request', `Invalid entity: ${reason}`);
}
