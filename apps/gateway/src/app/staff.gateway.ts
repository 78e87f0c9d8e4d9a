import { Inject } from '@nestjs/common';
import {
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { STAFF_NAMESPACE, staffHandshakeSchema, type Refusal } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { CONFIG, type Config } from '../core/config';
import { LOG, type Log } from '../core/log';
import { readSessionCookie } from '../session/session-cookie';
import { answerWith } from '../socket/direct-socket-adapter';
import { Dispatcher } from '../socket/dispatcher';
import { ConnectedPages } from '../socket/connected-pages';
import type { StaffNamespace, StaffSocket } from '../socket/sockets';
import type { StaffPage } from '../socket/staff-console';
import { ConsoleConnections } from './console-connections';

/** Consoles: responders and supervisors, each socket bound to the session of its cookie. */
@WebSocketGateway({ namespace: STAFF_NAMESPACE })
export class StaffGateway
  implements OnGatewayInit<StaffNamespace>, OnGatewayConnection<StaffSocket>, OnGatewayDisconnect<StaffSocket>
{
  private dispatcher: Dispatcher<StaffPage> | null = null;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly lines: ConsoleConnections,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  afterInit(namespace: StaffNamespace): void {
    this.namespaces.staff = namespace;
    this.dispatcher = new Dispatcher<StaffPage>({
      entrances: this.lines.entrances(),
      permissionRoleOf: ({ person }) => person.role,
      limitKeyOf: ({ person }) => person.staff,
      limits: this.config,
      log: this.log,
    });
    // Guards do not run on connection: nobody is in before this has passed.
    namespace.use((socket, next) => {
      this.admit(socket).then(
        (refusal) => (refusal === null ? next() : next(new Error(refusal))),
        () => next(new Error('unavailable')),
      );
    });
  }

  async handleConnection(socket: StaffSocket): Promise<void> {
    const { dispatcher } = this;
    const { person } = socket.data;
    if (dispatcher === null) return;
    const page: StaffPage = { socket, person };
    answerWith(socket, async (command, payload) => {
      // A session that ended a moment ago ends here, whatever the page believes.
      if (!(await this.lines.isLive(socket))) return { ok: false, refusal: 'not_signed_in' };
      this.lines.heardFrom(socket);
      return dispatcher.dispatch({ page, command, payload });
    });
    await this.lines.opened(socket);
  }

  async handleDisconnect(socket: StaffSocket): Promise<void> {
    await this.lines.closed(socket, this.namespaces.staff);
  }

  private async admit(socket: StaffSocket): Promise<Refusal | null> {
    if (!staffHandshakeSchema.safeParse(socket.handshake.auth).success) return 'protocol_mismatch';
    const secret = readSessionCookie(this.config.PUBLIC_URL, socket.handshake.headers.cookie);
    const person: StaffPrincipal | null = secret === null ? null : await this.lines.personOf(secret);
    if (person === null || secret === null) return 'not_signed_in';
    socket.data = {
      person,
      secret,
      checkedAt: Date.now(),
      checking: null,
      reads: new Set(),
      mayReadSince: new Map(),
    };
    return null;
  }
}
