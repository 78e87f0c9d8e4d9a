import type { ConversationId, ServiceId, SessionId, StaffId } from '@warmline/kernel';

/** Rooms of the two namespaces. A socket joins one only after its permission was checked. */
export const rooms = {
  /** `/visitor`: pages of one conversation's visitor. `/staff`: consoles that hold or observe it. */
  conversation: (id: ConversationId): string => `conversation:${id}`,
  /** Consoles whose permission to receive the conversation is being checked. */
  pending: (id: ConversationId): string => `arriving:${id}`,
  desk: (id: StaffId): string => `desk:${id}`,
  liveView: (id: ServiceId): string => `board:${id}`,
  opening: (id: ServiceId): string => `door:${id}`,
  wallboard: (id: ServiceId): string => `wallboard:${id}`,
  session: (id: SessionId): string => `session:${id}`,
};
