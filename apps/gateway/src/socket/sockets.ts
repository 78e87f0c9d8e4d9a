import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { StaffNotices, VisitorNotices } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';

type NoticesOf<Map> = { [Name in keyof Map]: (notice: Map[Name]) => void };

/** What a visitor's socket carries: the hash of its token, and its conversation once it has one. */
export interface VisitorOnSocket {
  readonly tokenHash: Buffer;
  conversation: ConversationId | null;
}

/** What a console's socket carries. */
export interface StaffOnSocket {
  person: StaffPrincipal;
  /** The cookie's secret, to check the session again later. It never leaves this process. */
  readonly secret: string;
  /** When the session was checked last (ms). */
  checkedAt: number;
  /** Fires when the session is over, as far as is known. */
  deadline: NodeJS.Timeout | undefined;
  /** The check that is running now. */
  checking: Promise<boolean> | null;
  /** Conversations whose reading is recorded for this socket. */
  readonly reads: Set<ConversationId>;
  /** Conversations it receives or may receive, and when its permission was last confirmed (ms, this process's steady clock). */
  readonly mayReadSince: Map<ConversationId, number>;
}

type Incoming = Record<string, (payload: unknown, answer: unknown) => void>;

export type VisitorSocket = Socket<Incoming, NoticesOf<VisitorNotices>, DefaultEventsMap, VisitorOnSocket>;
export type StaffSocket = Socket<Incoming, NoticesOf<StaffNotices>, DefaultEventsMap, StaffOnSocket>;
export type VisitorNamespace = Namespace<
  Incoming,
  NoticesOf<VisitorNotices>,
  DefaultEventsMap,
  VisitorOnSocket
>;
export type StaffNamespace = Namespace<Incoming, NoticesOf<StaffNotices>, DefaultEventsMap, StaffOnSocket>;

/** A console that sends a command. */
export interface StaffPage {
  readonly socket: StaffSocket;
  readonly person: StaffPrincipal;
}

/** A visitor's page that sends a command. */
export interface VisitorPage {
  readonly socket: VisitorSocket;
  readonly tokenHash: Buffer;
}

/** The conversation of this page's token, once it has one. */
export const conversationOf = ({ socket }: VisitorPage): ConversationId | null => socket.data.conversation;
