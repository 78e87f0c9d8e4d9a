import type { EndReason } from '@warmline/vocabulary';
import type { Conversation } from './conversation';

/** Endings after which a visitor may be asked how it was. After any other, asking would hurt, or nobody is there. */
const ORDINARY: ReadonlySet<EndReason> = new Set<EndReason>([
  'visitor_ended',
  'responder_ended_agreed',
  'time_limit_agreed',
  'went_quiet',
  'connection_lost',
]);

/** The conversation as it is when it ends, under its lock. */
export interface EndedChat {
  readonly conversation: Conversation;
  /** 1 answer first. */
  readonly band: 1 | 2 | 3;
  /** A responder has written to the visitor. */
  readonly hasTalked: boolean;
  readonly reason: EndReason;
  /** The holder selected it in the end dialog. */
  readonly isAllowed: boolean;
}

/** Not safe now, in band 1, or with a safety step, now or before. Who ended a danger is kept, so it is not forgotten. */
const wasInDanger = ({ conversation, band }: EndedChat): boolean =>
  band === 1 || conversation.isInDanger || conversation.dangerLoweredBy.length > 0;

/**
 * Whether the visitor is asked three questions after this end (docs/spec/after-the-chat.md). Decided once, at the end. After a chat
 * that was ever in danger only where the holder allowed it, and never after a lost connection there.
 */
export const asksAfterChat = (chat: EndedChat): boolean => {
  const { conversation, reason, hasTalked, isAllowed } = chat;
  const hasLeft = conversation.state === 'talking' && conversation.visitorLeft;
  if (!hasTalked || hasLeft || !ORDINARY.has(reason)) return false;
  return !wasInDanger(chat) || (isAllowed && reason !== 'connection_lost');
};
