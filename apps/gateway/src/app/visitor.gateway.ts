import { Inject } from '@nestjs/common';
import {
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  visitorCommands,
  visitorHandshakeSchema,
} from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../core/config';
import { LOG, type Log } from '../core/log';
import { hashOfToken } from '../features/conversation';
import { registerCommands, type VisitorCommandTable } from '../socket/commands';
import { CommandsInProgress } from '../socket/commands-in-progress';
import { ConnectedPages } from '../socket/connected-pages';
import { Dispatcher } from '../socket/dispatcher';
import type { VisitorNamespace, VisitorPage, VisitorSocket } from '../socket/sockets';
import { VISITOR_COMMANDS } from './command-tables';
import { VisitorConnections } from './visitor-connections';

/** A well-formed token of the right protocol is let in. What it may do is decided for each command. */
const refusalOf = (auth: unknown): Refusal => {
  const isOtherProtocol =
    typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL_VERSION;
  return isOtherProtocol ? 'protocol_mismatch' : 'malformed';
};

/** Visitors' pages. They are anonymous, and known by a token that the page made. */
@WebSocketGateway({ namespace: VISITOR_NAMESPACE })
export class VisitorGateway
  implements
    OnGatewayInit<VisitorNamespace>,
    OnGatewayConnection<VisitorSocket>,
    OnGatewayDisconnect<VisitorSocket>
{
  private dispatcher: Dispatcher<VisitorPage> | null = null;

  constructor(
    private readonly pages: ConnectedPages,
    private readonly connections: VisitorConnections,
    private readonly inProgress: CommandsInProgress,
    @Inject(VISITOR_COMMANDS) private readonly commands: VisitorCommandTable,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  afterInit(namespace: VisitorNamespace): void {
    this.pages.visitors = namespace;
    this.dispatcher = new Dispatcher<VisitorPage>({
      commands: registerCommands<VisitorPage, typeof visitorCommands>(visitorCommands, this.commands),
      permissionRolesOf: () => ['visitor'],
      limitKeyOf: ({ tokenHash }) => tokenHash.toString('base64'),
      limits: this.config,
      log: this.log,
      measure: ({ socket }, work) => this.inProgress.loopTime.measure(socket.conn, work),
      inTurn: (page, command) => this.connections.runInTurn(page, command),
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

  handleConnection(socket: VisitorSocket): void {
    const page: VisitorPage = { socket, tokenHash: socket.data.tokenHash };
    const { dispatcher } = this;
    if (dispatcher === null) return;
    this.inProgress.listen(socket, (command, payload) => dispatcher.dispatch({ page, command, payload }));
  }

  handleDisconnect(socket: VisitorSocket): void {
    this.connections.closed(socket);
  }

  private async admit(socket: VisitorSocket): Promise<Refusal | null> {
    const handshake = visitorHandshakeSchema.safeParse(socket.handshake.auth);
    if (!handshake.success) return refusalOf(socket.handshake.auth);
    const tokenHash = hashOfToken(handshake.data.token);
    socket.data = { tokenHash, conversation: null };
    socket.handshake.auth = {};
    return (await this.dispatcher?.isOverLimit({ socket, tokenHash })) === true ? 'too_fast' : null;
  }
}
