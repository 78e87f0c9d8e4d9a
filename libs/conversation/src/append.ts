import type { ConversationId, EntryId, Instant, StaffId } from '@warmline/kernel';
import type { Conversation } from './conversation';
import { staffWriteRefusal, type StaffClaim } from './decisions';

/** Who writes: the visitor of the conversation, or the holder under an epoch. */
export type Author =
  | { readonly role: 'visitor' }
  | { readonly role: 'responder'; readonly staff: StaffId; readonly epoch: number };

/** An author as the rights see them: whether the visitor's token works, or whether that epoch was ever theirs. */
export type Writer =
  { readonly role: 'visitor'; readonly tokenWorks: boolean } | ({ readonly role: 'responder' } & StaffClaim);

/** One message to be appended, already sealed: the store never sees plain text. */
export interface MessageToAppend {
  readonly conversation: ConversationId;
  readonly id: EntryId;
  readonly author: Author;
  readonly sealed: Uint8Array;
}

export type AppendRefusal = 'not_found' | 'conversation_ended' | 'stale_epoch' | 'visitor_left';

/** `known`: the id is stored already; the caller opens `sealed` to tell a retry from another body. */
export type AppendOutcome =
  | { readonly outcome: 'new'; readonly seq: number; readonly at: Instant }
  | { readonly outcome: 'known'; readonly seq: number; readonly at: Instant; readonly sealed: Uint8Array }
  | { readonly outcome: AppendRefusal };

/** Appends messages; resolves after COMMIT only. */
export interface TimelineAppender {
  append(message: MessageToAppend): Promise<AppendOutcome>;
}

/** Who may write a new message now. The store decides the same in SQL; a contract suite holds both to it. */
export const appendRefusal = (conversation: Conversation | null, writer: Writer): AppendRefusal | null => {
  if (conversation === null) return 'not_found';
  if (writer.role === 'visitor') {
    if (!writer.tokenWorks) return 'not_found';
    return conversation.state === 'ended' ? 'conversation_ended' : null;
  }
  const refusal = staffWriteRefusal(conversation, writer);
  if (refusal !== null) return refusal;
  return conversation.state === 'talking' && conversation.visitorLeft ? 'visitor_left' : null;
};
