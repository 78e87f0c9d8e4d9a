/** Done to a process. */
export const PROCESS_FAULTS = ['sigkill', 'sigterm', 'sigstop'] as const;

/** Done to Redis or Postgres, or to everything at once. */
export const SERVER_FAULTS = [
  'kill_postgres',
  'kill_redis',
  'flushall',
  'stale_redis',
  'terminate_backends',
  'restart_everything',
] as const;

/** Done to a link. */
export const LINK_FAULTS = [
  'refuse',
  'black_hole',
  'half_open',
  'delay',
  'slice',
  'cut_after',
  'cut_reply',
  'reset',
] as const;

export const FAULT_NAMES = [...PROCESS_FAULTS, ...SERVER_FAULTS, ...LINK_FAULTS] as const;

export type ProcessFault = (typeof PROCESS_FAULTS)[number];
export type ServerFault = (typeof SERVER_FAULTS)[number];
export type LinkFault = (typeof LINK_FAULTS)[number];
export type FaultName = (typeof FAULT_NAMES)[number];
