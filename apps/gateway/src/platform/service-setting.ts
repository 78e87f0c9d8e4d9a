import type { ServiceRow } from '@warmline/postgres';

/** The one service of this deployment, read at start. */
export const SERVICE = Symbol('Service');
export type Service = ServiceRow;
