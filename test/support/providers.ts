/** The versions that the bindings are made for. */
export const PROVIDERS = {
  pagerduty: { source: 'pagerduty/pagerduty', version: '3.30.8' },
  datadog: { source: 'DataDog/datadog', version: '3.82.0' },
};

/** Runs of Terraform are short, and several of them share a machine: what Go does about its garbage is a third of them. */
const GO = { GOGC: '400', GOMAXPROCS: '1' };

/** Terraform's own settings; nobody's keys reach the suite, only the sandbox's. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const machine = Object.entries(process.env).filter(
    ([name]) => !/^(DD_|DATADOG_|PAGERDUTY_|TF_VAR_|TF_LOG)/.test(name),
  );
  return { ...GO, ...Object.fromEntries(machine), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', ...extra };
}
