import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId, StaffId } from '@warmline/kernel';
import type { StaffNamespace, StaffSocket, VisitorNamespace } from './sockets';

/** The pages connected to this process. */
@Injectable()
export class ConnectedPages {
  /** Null until the socket server is up. */
  visitors: VisitorNamespace | null = null;
  staff: StaffNamespace | null = null;

  consoles(): StaffSocket[] {
    return [...(this.staff?.sockets.values() ?? [])];
  }

  /** Everyone with a console connected here. */
  people(): Map<StaffId, StaffPrincipal> {
    return new Map(this.consoles().map(({ data: { person } }) => [person.staff, person]));
  }

  services(): Set<ServiceId> {
    return new Set(this.consoles().map(({ data: { person } }) => person.service));
  }

  hasVisitorsIn(room: string): boolean {
    return this.visitors?.adapter.rooms.has(room) ?? false;
  }

  closeVisitorsIn(room: string): void {
    this.visitors?.in(room).disconnectSockets(true);
  }

  hasConsolesIn(room: string): boolean {
    return this.staff?.adapter.rooms.has(room) ?? false;
  }

  consolesIn(room: string): StaffSocket[] {
    const ids = this.staff?.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.staff?.sockets.get(id) ?? []);
  }
}
