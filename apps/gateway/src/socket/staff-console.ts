import type { StaffPrincipal } from '@warmline/identity';
import type { StaffSocket } from './sockets';

/** A console at a door. */
export interface StaffPage {
  readonly socket: StaffSocket;
  readonly person: StaffPrincipal;
}
