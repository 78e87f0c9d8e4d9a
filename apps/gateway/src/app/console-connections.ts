import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { ObserveConversation } from '../features/observing';
import { SessionLookups } from '../session/session-lookups';
import { Sessions } from '../session/sessions';
import { rooms } from '../socket/rooms';
import type { StaffNamespace, StaffSocket } from '../socket/sockets';
import { PagePresence } from '../staffing/page-presence';
import { SessionWatch } from './session-watch';

/** The life of a console's connection, from its session to its end. */
@Injectable()
export class ConsoleConnections {
  constructor(
    private readonly sessions: Sessions,
    private readonly lookups: SessionLookups,
    private readonly presence: PagePresence,
    private readonly observe: ObserveConversation,
    private readonly watch: SessionWatch,
  ) {}

  /** `replaced`: the browser has just signed in again, and this connection came with its old cookie. */
  personOf(secret: string, handshake: IncomingMessage): Promise<StaffPrincipal | 'replaced' | null> {
    return this.lookups.recognise(secret, handshake);
  }

  /** The connection ends when the session does; the next poll closes one whose session ended while it was being let in. */
  async opened(socket: StaffSocket): Promise<void> {
    await socket.join(rooms.session(socket.data.person.session));
  }

  /**
   * The console has sent a command, so it knows that it is connected: from now on its person counts as present. One that
   * reaches the server but never hears it, and connects again and again, keeps no holding alive.
   */
  heardFrom(socket: StaffSocket): void {
    this.presence.staffCame(socket, socket.data.person.staff);
  }

  /**
   * Whether the socket's session is still valid; otherwise the socket is closed. An unreachable database closes no socket.
   * Commands that come during a check share it. They do not wait for it unless the last check is twice as old as it should
   * be, since all consoles of a gateway are due at about the same time.
   */
  async isLive(socket: StaffSocket): Promise<boolean> {
    const { data: console } = socket;
    const age = Date.now() - console.checkedAt;
    if (age < this.sessions.recheckInterval) return true;
    console.checking ??= this.checkSession(socket).finally(() => {
      console.checking = null;
    });
    return age < 2 * this.sessions.recheckInterval ? true : console.checking;
  }

  private async checkSession(socket: StaffSocket): Promise<boolean> {
    const person = await this.sessions.recognise(socket.data.secret).catch(() => socket.data.person);
    socket.data.checkedAt = Date.now();
    if (person !== null && person !== 'replaced') {
      // The name may be another by now. The role is for SessionWatch to judge.
      socket.data.person = { ...socket.data.person, name: person.name };
      return true;
    }
    if (person === null) socket.emit('session:ended', {});
    socket.disconnect(true);
    return false;
  }

  /** When the last page of a session has closed, its observations end. */
  async closed(socket: StaffSocket, namespace: StaffNamespace | null): Promise<void> {
    this.watch.forget(socket);
    this.presence.left(socket);
    const { person } = socket.data;
    const isLast = namespace?.adapter.rooms.get(rooms.session(person.session)) === undefined;
    if (isLast && person.role === 'supervisor') await this.observe.endAllOf(person).catch(() => undefined);
  }
}
