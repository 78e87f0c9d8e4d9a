import {
  conversationId,
  type ConversationId,
  type ServiceId,
  type SessionId,
  type StaffId,
} from '@warmline/kernel';

const BESIDE = 'beside:';

/** Rooms of the two namespaces. A socket joins one only after its permission was checked. */
export const rooms = {
  /** `/visitor`: pages of one conversation's visitor. `/staff`: consoles that hold or observe it. */
  conversation: (id: ConversationId): string => `conversation:${id}`,
  /** Consoles whose permission to receive the conversation is being checked. */
  pending: (id: ConversationId): string => `arriving:${id}`,
  /**
   * `/staff` only: consoles that show what the team writes beside a conversation. No visitor's socket is ever in a room of
   * this name, since a visitor's page joins nothing but its conversation.
   */
  beside: (id: ConversationId): string => `${BESIDE}${id}`,
  /** The conversation of such a room; null for any other. */
  besideOf: (room: string): ConversationId | null =>
    room.startsWith(BESIDE) ? conversationId(room.slice(BESIDE.length)) : null,
  desk: (id: StaffId): string => `desk:${id}`,
  liveView: (id: ServiceId): string => `board:${id}`,
  opening: (id: ServiceId): string => `door:${id}`,
  wallboard: (id: ServiceId): string => `wallboard:${id}`,
  session: (id: SessionId): string => `session:${id}`,
};
