import type { ServiceRow } from '@warmline/postgres';

/** The one service of this deployment, as it was set up a few seconds ago at most: read it when it is needed. */
export const SERVICE = Symbol('Service');
export type Service = ServiceRow;
