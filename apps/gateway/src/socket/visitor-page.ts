import type { ConversationId } from '@warmline/kernel';
import type { VisitorSocket } from './sockets';

/** A visitor's page at a door. */
export interface VisitorPage {
  readonly socket: VisitorSocket;
  readonly tokenHash: Buffer;
}

/** The conversation of this page's token, once it has one. */
export const conversationOf = ({ socket }: VisitorPage): ConversationId | null => socket.data.conversation;
