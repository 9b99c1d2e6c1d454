/**
 * Silence means that the exporter of the gauges died: they are repeated about
 * once a minute, whatever the pipelines do. So no-data is shown and notified.
 */
export const ON_MISSING_DATA = 'show_and_notify_no_data';

/**
 * Hours without data after which Datadog resolves the monitor by itself. Its
 * groups age out after 24 hours; without this the PagerDuty incident would stay
 * open for ever.
 */
export const TIMEOUT_HOURS = 24;
