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

/** What a console's socket carries. `reads` are conversations whose reading is recorded for this socket. */
export interface StaffOnSocket {
  readonly person: StaffPrincipal;
  /** The cookie's secret, to ask again whether the session still is; it leaves this process nowhere. */
  readonly secret: string;
  /** When that was asked last (ms). */
  checkedAt: number;
  /** Being asked at this moment. */
  checking: Promise<boolean> | null;
  readonly reads: Set<ConversationId>;
  /** Conversations it hears or may hear, and when the right to was seen last (ms, this process's steady clock). */
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
