import { type SandboxApp, type SandboxOptions, sandboxApp } from './app';

/** Only this machine may reach the sandbox, because its credentials are public. */
const LOOPBACK = '127.0.0.1';

/** Options of a sandbox that listens. */
export interface StartOptions extends SandboxOptions {
  /**
   * TCP port.
   * @default 0, any free one
   */
  readonly port?: number;
}

/** A sandbox that listens. */
export interface Sandbox extends Omit<SandboxApp, 'app'> {
  /** Scheme, host and port, for `WATCHBILL_SANDBOX`. */
  readonly url: string;
  /** For the PagerDuty provider's `api_url_override`. */
  readonly pagerDutyUrl: string;
  /** For the Datadog provider's `api_url`. */
  readonly datadogUrl: string;
  /** Environment variables that point Terraform and our stacks at it. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops listening, and drops open connections. */
  stop(): Promise<void>;
}

/**
 * Starts both vendors' APIs on this machine.
 * @throws StateFileError if the state file cannot be used
 */
export async function startSandbox(options: StartOptions = {}): Promise<Sandbox> {
  const { app, ...rest } = sandboxApp(options);
  const url = await app.listen({ host: LOOPBACK, port: options.port ?? 0 });
  return {
    ...rest,
    url,
    ...sandboxUrls(url),
    env: {
      WATCHBILL_SANDBOX: url,
      PAGERDUTY_TOKEN: rest.tokens.pagerDuty,
      DD_API_KEY: rest.tokens.datadogApi,
      DD_APP_KEY: rest.tokens.datadogApp,
      DD_HOST: url,
    },
    stop: () => app.close(),
  };
}

/** The addresses of the vendors' APIs below a sandbox's. */
function sandboxUrls(url: string): { readonly pagerDutyUrl: string; readonly datadogUrl: string } {
  return { pagerDutyUrl: `${url}/pagerduty`, datadogUrl: url };
}
