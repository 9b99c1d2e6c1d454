import { type Construct, DatadogProvider, PagerdutyProvider } from '../src/constructs/cdktf';
import type { StackProps } from './stackProps';

/** PagerDuty's provider; its token comes from `PAGERDUTY_TOKEN`, when Terraform runs. */
export function pagerDutyProvider(stack: Construct, { sandbox }: StackProps): void {
  new PagerdutyProvider(
    stack,
    'PagerDuty',
    sandbox === undefined ? {} : { apiUrlOverride: `${sandbox}/pagerduty` },
  );
}

/** Datadog's provider; its keys and site come from `DD_API_KEY`, `DD_APP_KEY` and `DD_HOST`, when Terraform runs. */
export function datadogProvider(stack: Construct, { sandbox }: StackProps): void {
  new DatadogProvider(
    stack,
    'Datadog',
    sandbox === undefined ? {} : { apiUrl: `${sandbox}/`, validate: 'false' },
  );
}
