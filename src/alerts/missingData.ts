/**
 * What Datadog does without data. Gauges are repeated about once a minute whatever
 * the pipelines do, so silence means that their exporter has died.
 */
export const ON_MISSING_DATA = 'show_and_notify_no_data';

/**
 * Hours without data after which Datadog resolves the monitor. Its groups age out
 * after 24 hours; without this the PagerDuty incident would stay open for ever.
 */
export const TIMEOUT_HOURS = 24;
