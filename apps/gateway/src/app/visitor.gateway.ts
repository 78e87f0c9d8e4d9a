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
  visitorHandshakeSchema,
  type Refusal,
} from '@warmline/contracts';
import { CONFIG, type Config } from '../core/config';
import { LOG, type Log } from '../core/log';
import { refused } from '../core/reply';
import { hashOfToken } from '../features/conversation/visitor-token';
import { answerWith } from '../socket/direct-socket-adapter';
import { Dispatcher } from '../socket/dispatcher';
import { ConnectedPages } from '../socket/connected-pages';
import type { VisitorNamespace, VisitorSocket } from '../socket/sockets';
import type { VisitorPage } from '../socket/visitor-page';
import { VisitorConnections } from './visitor-connections';

/** A well-formed token of the right protocol is let in; what it opens is decided command by command. */
const refusalOf = (auth: unknown): Refusal => {
  const isOtherProtocol =
    typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL_VERSION;
  return isOtherProtocol ? 'protocol_mismatch' : 'malformed';
};

/** Visitors' pages: anonymous, by a token the page made. */
@WebSocketGateway({ namespace: VISITOR_NAMESPACE })
export class VisitorGateway
  implements
    OnGatewayInit<VisitorNamespace>,
    OnGatewayConnection<VisitorSocket>,
    OnGatewayDisconnect<VisitorSocket>
{
  private dispatcher: Dispatcher<VisitorPage> | null = null;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly lines: VisitorConnections,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  afterInit(namespace: VisitorNamespace): void {
    this.namespaces.visitors = namespace;
    this.dispatcher = new Dispatcher<VisitorPage>({
      entrances: this.lines.entrances(),
      permissionRoleOf: () => 'visitor',
      limitKeyOf: ({ tokenHash }) => tokenHash.toString('base64'),
      limits: this.config,
      log: this.log,
    });
    // Guards do not run on connection: nobody is in before this has passed.
    namespace.use((socket, next) => {
      const handshake = visitorHandshakeSchema.safeParse(socket.handshake.auth);
      if (!handshake.success) return next(new Error(refusalOf(socket.handshake.auth)));
      socket.data = { tokenHash: hashOfToken(handshake.data.token), conversation: null };
      socket.handshake.auth = {};
      return next();
    });
  }

  handleConnection(socket: VisitorSocket): void {
    const page: VisitorPage = { socket, tokenHash: socket.data.tokenHash };
    const { dispatcher } = this;
    if (dispatcher === null) return;
    answerWith(socket, async (command, payload) => {
      try {
        await this.lines.recognise(page);
      } catch {
        return refused('unavailable');
      }
      return dispatcher.dispatch({ page, command, payload });
    });
  }

  handleDisconnect(socket: VisitorSocket): void {
    this.lines.closed(socket);
  }
}
