import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { staffCommands } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { ObserveConversation } from '../features/observing/observe-conversation';
import { Sessions } from '../session/sessions';
import type { Entrance } from '../socket/dispatcher';
import { entrancesOf } from '../socket/entrances';
import { rooms } from '../socket/rooms';
import type { StaffNamespace, StaffSocket } from '../socket/sockets';
import type { StaffPage } from '../socket/staff-console';
import { PagePresence } from '../staffing/page-presence';
import { staffDoors } from './staff-doors';

/** What happens along the life of a console's line, from the session to its end. */
@Injectable()
export class ConsoleConnections {
  constructor(
    private readonly modules: ModuleRef,
    private readonly sessions: Sessions,
    private readonly presence: PagePresence,
    private readonly observe: ObserveConversation,
  ) {}

  entrances(): ReadonlyMap<string, Entrance<StaffPage>> {
    return entrancesOf<StaffPage, typeof staffCommands>(this.modules, staffCommands, staffDoors);
  }

  personOf(secret: string): Promise<StaffPrincipal | null> {
    return this.sessions.findPerson(secret);
  }

  /** A console has come, and ends when its session does. */
  async opened(socket: StaffSocket): Promise<void> {
    await socket.join(rooms.session(socket.data.person.session));
  }

  /**
   * It has asked for something, so it heard that it is connected: from here on it counts as present. Who reaches us and
   * never hears us, and tries again and again, holds nobody.
   */
  heardFrom(socket: StaffSocket): void {
    this.presence.staffCame(socket, socket.data.person.staff);
  }

  /**
   * Whether the socket's session still is; a dead one closes the socket. An unreachable database ends nobody. Asked once for
   * all commands that come meanwhile, and none of them waits unless the last answer is twice as old as it should be: all
   * consoles of a gateway ask at about the same time.
   */
  async isLive(socket: StaffSocket): Promise<boolean> {
    const { data: console } = socket;
    const age = Date.now() - console.checkedAt;
    if (age < this.sessions.recheckInterval) return true;
    console.checking ??= this.ask(socket).finally(() => {
      console.checking = null;
    });
    return age < 2 * this.sessions.recheckInterval ? true : console.checking;
  }

  private async ask(socket: StaffSocket): Promise<boolean> {
    const person = await this.sessions.findPerson(socket.data.secret).catch(() => socket.data.person);
    socket.data.checkedAt = Date.now();
    if (person !== null) return true;
    socket.emit('session:ended', {});
    socket.disconnect(true);
    return false;
  }

  /** The last page of a session has closed: nobody reads along on a closed page. */
  async closed(socket: StaffSocket, namespace: StaffNamespace | null): Promise<void> {
    this.presence.left(socket);
    const { person } = socket.data;
    const isLast = namespace?.adapter.rooms.get(rooms.session(person.session)) === undefined;
    if (isLast && person.role === 'supervisor') await this.observe.endAllOf(person).catch(() => undefined);
  }
}
