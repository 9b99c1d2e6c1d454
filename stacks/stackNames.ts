/** Names of the stacks, in the order in which they are deployed. */
export const STACKS = ['on-call', 'monitors'] as const;
