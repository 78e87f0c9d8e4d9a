import { Inject } from '@nestjs/common';
import {
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { STAFF_NAMESPACE, staffCommands, staffHandshakeSchema } from '@warmline/contracts';
import { permissionRolesOf } from '@warmline/identity';
import type { Refusal } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../core/config';
import { LOG, type Log } from '../core/log';
import { readSessionCookie } from '../session/session-cookie';
import { registerCommands, type StaffCommandTable } from '../socket/commands';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { ConnectedPages } from '../socket/connected-pages';
import { Dispatcher } from '../socket/dispatcher';
import type { StaffNamespace, StaffPage, StaffSocket } from '../socket/sockets';
import { STAFF_COMMANDS } from './command-tables';
import { ConsoleConnections } from './console-connections';

/** Consoles: responders and supervisors, each socket bound to the session of its cookie. */
@WebSocketGateway({ namespace: STAFF_NAMESPACE })
export class StaffGateway
  implements OnGatewayInit<StaffNamespace>, OnGatewayConnection<StaffSocket>, OnGatewayDisconnect<StaffSocket>
{
  private dispatcher: Dispatcher<StaffPage> | null = null;

  constructor(
    private readonly pages: ConnectedPages,
    private readonly connections: ConsoleConnections,
    private readonly inProgress: CommandsInProgress,
    @Inject(STAFF_COMMANDS) private readonly commands: StaffCommandTable,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  afterInit(namespace: StaffNamespace): void {
    this.pages.staff = namespace;
    this.dispatcher = new Dispatcher<StaffPage>({
      commands: registerCommands<StaffPage, typeof staffCommands>(staffCommands, this.commands),
      permissionRolesOf: ({ person }) => permissionRolesOf(person),
      limitKeyOf: ({ person }) => person.staff,
      limits: this.config,
      log: this.log,
      measure: ({ socket }, work) => this.inProgress.loopTime.measure(socket.conn, work),
    });
    // Nest's guards do not run on connection, so this is what lets a socket in.
    namespace.use((socket, next) => {
      this.admit(socket).then(
        (refusal) => {
          if (refusal === null) return next();
          this.inProgress.refusals.count(refusal);
          next(new Error(refusal));
        },
        () => next(new Error('unavailable')),
      );
    });
  }

  async handleConnection(socket: StaffSocket): Promise<void> {
    const { dispatcher } = this;
    const { person } = socket.data;
    if (dispatcher === null) return;
    const page: StaffPage = { socket, person };
    this.inProgress.listen(socket, async (command, payload) => {
      // The page may not have heard that its session has ended.
      if (!(await this.connections.isLive(socket))) return { ok: false, refusal: 'not_signed_in' };
      this.connections.heardFrom(socket);
      return dispatcher.dispatch({ page, command, payload });
    });
    await this.connections.opened(socket);
  }

  async handleDisconnect(socket: StaffSocket): Promise<void> {
    await this.connections.closed(socket, this.pages.staff);
  }

  private async admit(socket: StaffSocket): Promise<Refusal | null> {
    const handshake = staffHandshakeSchema.safeParse(socket.handshake.auth);
    if (!handshake.success) return 'protocol_mismatch';
    const secret = readSessionCookie(this.config.PUBLIC_URL, socket.handshake.headers.cookie);
    const person = secret === null ? null : await this.connections.personOf(secret, socket.request);
    if (person === null || secret === null) return 'not_signed_in';
    // Its page tries again, by then with the new cookie.
    if (person === 'replaced') return 'unavailable';
    const { staffId: shown } = handshake.data;
    if (shown !== undefined && shown !== person.staff) return 'session_changed';
    socket.data = {
      person,
      secret,
      checkedAt: Date.now(),
      checking: null,
      deadline: undefined,
      reads: new Set(),
      mayReadSince: new Map(),
    };
    return null;
  }
}
