import * as z from 'zod';

/** No `/` at either end, and nothing that Terraform would interpolate. */
const path = z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/, 'write folders and names of A-Z a-z 0-9 . _ -');
const name = z.string().regex(/^[\w.:/@ -]+$/, 'write a name');
const address = z
  .string()
  .regex(/^https?:\/\/[\w.:[\]-]+(\/[\w./-]*)?$/, 'write an http(s) address without user and password');
const prefix = path.default('watchbill');
const flag = z.boolean().optional();

/**
 * The settings of each kind of state backend, in Terraform's own keys. A stack's place
 * follows from `prefix` and the stack's id. There are no keys for secrets, which Terraform
 * reads from the environment.
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
export const BACKENDS = {
  local: z.strictObject({ type: z.literal('local') }),
  s3: z.strictObject({
    type: z.literal('s3'),
    bucket: name,
    prefix,
    region: name.optional(),
    encrypt: z.boolean().default(true),
    kms_key_id: name.optional(),
    /** S3's own lock file; needs Terraform or OpenTofu 1.10. */
    use_lockfile: z.boolean().default(true),
    profile: name.optional(),
    assume_role: z.strictObject({ role_arn: name, session_name: name.optional() }).optional(),
    allowed_account_ids: z.array(name).optional(),
    endpoints: z.strictObject({ s3: address.optional(), sts: address.optional() }).optional(),
    use_path_style: flag,
    skip_credentials_validation: flag,
    skip_metadata_api_check: flag,
    skip_region_validation: flag,
    skip_requesting_account_id: flag,
    skip_s3_checksum: flag,
  }),
  gcs: z.strictObject({
    type: z.literal('gcs'),
    bucket: name,
    prefix,
    impersonate_service_account: name.optional(),
    kms_encryption_key: name.optional(),
    storage_custom_endpoint: address.optional(),
  }),
  azurerm: z.strictObject({
    type: z.literal('azurerm'),
    storage_account_name: name,
    container_name: name,
    prefix,
    resource_group_name: name.optional(),
    subscription_id: name.optional(),
    tenant_id: name.optional(),
    client_id: name.optional(),
    environment: name.optional(),
    use_azuread_auth: flag,
    use_msi: flag,
    use_oidc: flag,
  }),
  remote: z.strictObject({
    type: z.literal('remote'),
    organization: name,
    hostname: name.optional(),
    prefix: z
      .string()
      .regex(/^[\w-]+$/, 'write A-Z a-z 0-9 _ -')
      .default('watchbill'),
  }),
  pg: z.strictObject({
    type: z.literal('pg'),
    prefix: z
      .string()
      .regex(/^[a-z_][a-z0-9_]{0,39}$/, 'write a schema name of a-z 0-9 _')
      .default('watchbill'),
    skip_schema_creation: flag,
    skip_table_creation: flag,
    skip_index_creation: flag,
  }),
} as const;

/** Kinds of state backend. */
export type BackendType = keyof typeof BACKENDS;

/** Where the state is kept; checked. */
export type Backend = { [T in BackendType]: z.output<(typeof BACKENDS)[T]> }[BackendType];

/** Terraform's keys that hold secrets, with the variable that Terraform reads instead. */
export const SECRETS: { readonly [T in BackendType]: Readonly<Record<string, string>> } = {
  local: {},
  s3: {
    access_key: 'AWS_ACCESS_KEY_ID',
    secret_key: 'AWS_SECRET_ACCESS_KEY',
    token: 'AWS_SESSION_TOKEN',
    sse_customer_key: 'AWS_SSE_CUSTOMER_KEY',
  },
  gcs: {
    credentials: 'GOOGLE_CREDENTIALS',
    access_token: 'GOOGLE_OAUTH_ACCESS_TOKEN',
    encryption_key: 'GOOGLE_ENCRYPTION_KEY',
  },
  azurerm: {
    access_key: 'ARM_ACCESS_KEY',
    sas_token: 'ARM_SAS_TOKEN',
    client_secret: 'ARM_CLIENT_SECRET',
    client_certificate_password: 'ARM_CLIENT_CERTIFICATE_PASSWORD',
    oidc_token: 'ARM_OIDC_TOKEN',
    oidc_request_token: 'ARM_OIDC_REQUEST_TOKEN',
  },
  remote: { token: 'TF_TOKEN_ and the host, e.g. TF_TOKEN_app_terraform_io' },
  pg: { conn_str: 'PG_CONN_STR' },
};
