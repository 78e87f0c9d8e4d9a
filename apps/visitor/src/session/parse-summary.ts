import type { Summary } from './door';

/** Null for what is no answer of ours. Its parts are our own server's; only that it is one is in doubt. */
export const parseSummary = (value: unknown): Summary | null =>
  typeof value === 'object' && value !== null && 'door' in value ? (value as Summary) : null;
