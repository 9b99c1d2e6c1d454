/** The stack of PagerDuty. */
export const ON_CALL = 'on-call';

/** The stack of Datadog. */
export const MONITORS = 'monitors';

/** Names of the stacks, in the order in which they are deployed. */
export const STACKS = [ON_CALL, MONITORS] as const;
