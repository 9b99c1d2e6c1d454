/** An error or a warning of Terraform. */
export interface TerraformDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  /** Empty if there is none. */
  readonly detail: string;
  /** The resource that it is about. @default - none in particular */
  readonly address?: string;
}

/** One line of what `plan -json` and `apply -json` print, as far as it matters here. */
export type TerraformEvent =
  | { readonly kind: 'diagnostic'; readonly diagnostic: TerraformDiagnostic }
  | { readonly kind: 'looked'; readonly address: string }
  | {
      readonly kind: 'began' | 'goes on' | 'ended' | 'failed';
      readonly address: string;
      /** Terraform's word, e.g. `create`. */
      readonly action: string;
    };

/** The lines about one resource, by Terraform's type of them. */
const KINDS: Readonly<Record<string, 'began' | 'goes on' | 'ended' | 'failed'>> = {
  apply_start: 'began',
  apply_progress: 'goes on',
  apply_complete: 'ended',
  apply_errored: 'failed',
};

/**
 * Reads one line; undefined for one that is not JSON, or not about progress or problems.
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function eventOf(line: string): TerraformEvent | undefined {
  const { type, hook, diagnostic } = parsed(line) as LineJson;
  if (type === 'diagnostic' && typeof diagnostic === 'object') {
    return { kind: 'diagnostic', diagnostic: diagnosticOf(diagnostic) };
  }
  const address = hook?.resource?.addr;
  if (typeof type !== 'string' || typeof address !== 'string') return undefined;
  if (type === 'refresh_complete') return { kind: 'looked', address };
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return kind === undefined ? undefined : { kind, address, action: String(hook?.action ?? '') };
}

/** The errors that `init` prints on standard error; older versions cannot print them as JSON. */
export function diagnosticsOfText(text: string): TerraformDiagnostic[] {
  const parts = text.split(/^Error: /m).slice(1);
  return parts.map((part) => {
    const [summary = '', ...detail] = part.trim().split('\n');
    return { severity: 'error', summary, detail: detail.join('\n').trim() };
  });
}

interface LineJson {
  readonly type?: unknown;
  readonly hook?: { readonly action?: unknown; readonly resource?: { readonly addr?: unknown } };
  readonly diagnostic?: Readonly<Record<string, unknown>>;
}

function diagnosticOf({ severity, summary, detail, address }: Readonly<Record<string, unknown>>) {
  return {
    severity: severity === 'warning' ? ('warning' as const) : ('error' as const),
    summary: String(summary ?? ''),
    detail: String(detail ?? '').trim(),
    ...(typeof address === 'string' && address !== '' ? { address } : {}),
  };
}

function parsed(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
