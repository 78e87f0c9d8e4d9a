import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId, StaffId } from '@warmline/kernel';
import type { StaffNamespace, StaffSocket, VisitorNamespace } from './sockets';

/** The pages connected to this process. */
@Injectable()
export class ConnectedPages {
  /** Null until the socket server is up. */
  visitors: VisitorNamespace | null = null;
  private consoleNamespace: StaffNamespace | null = null;
  /** Consoles of each service. Counted as they come and go, since it is asked at every message. */
  private readonly consolesOf = new Map<ServiceId, number>();

  /** Null until the socket server is up. */
  get staff(): StaffNamespace | null {
    return this.consoleNamespace;
  }

  set staff(namespace: StaffNamespace) {
    this.consoleNamespace = namespace;
    namespace.on('connection', (console) => {
      const { service } = console.data.person;
      this.count(service, 1);
      console.once('disconnect', () => this.count(service, -1));
    });
  }

  consoles(): StaffSocket[] {
    return [...(this.staff?.sockets.values() ?? [])];
  }

  /** Everyone with a console connected here. */
  people(): Map<StaffId, StaffPrincipal> {
    return new Map(this.consoles().map(({ data: { person } }) => [person.staff, person]));
  }

  /** Services with a console connected here. */
  services(): ServiceId[] {
    return [...this.consolesOf.keys()];
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

  private count(service: ServiceId, change: 1 | -1): void {
    const consoles = (this.consolesOf.get(service) ?? 0) + change;
    if (consoles > 0) this.consolesOf.set(service, consoles);
    else this.consolesOf.delete(service);
  }
}
