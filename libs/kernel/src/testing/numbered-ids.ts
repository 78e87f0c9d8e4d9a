import {
  conversationId,
  entryId,
  handoverId,
  helpCallId,
  offerId,
  serviceId,
  sessionId,
  staffId,
  type ConversationId,
  type EntryId,
  type HandoverId,
  type HelpCallId,
  type OfferId,
  type ServiceId,
  type SessionId,
  type StaffId,
} from '../brand';

const uuid = (kind: number, number: number): string =>
  `00000000-0000-4000-800${kind}-${String(number).padStart(12, '0')}`;

/** Ids that a failing test prints readably: the n-th of their kind. */
export const numbered = {
  service: (number: number): ServiceId => serviceId(uuid(1, number)),
  conversation: (number: number): ConversationId => conversationId(uuid(2, number)),
  entry: (number: number): EntryId => entryId(uuid(3, number)),
  staff: (number: number): StaffId => staffId(uuid(4, number)),
  offer: (number: number): OfferId => offerId(uuid(5, number)),
  handover: (number: number): HandoverId => handoverId(uuid(7, number)),
  helpCall: (number: number): HelpCallId => helpCallId(uuid(8, number)),
  session: (number: number): SessionId => sessionId(uuid(6, number)),
};
