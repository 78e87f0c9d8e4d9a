declare const brand: unique symbol;

/** A primitive that only its own parser may make, so that ids of different things cannot be swapped. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

export type ServiceId = Brand<string, 'ServiceId'>;
export type ConversationId = Brand<string, 'ConversationId'>;
export type EntryId = Brand<string, 'EntryId'>;
export type StaffId = Brand<string, 'StaffId'>;
export type HandoverId = Brand<string, 'HandoverId'>;
export type HelpCallId = Brand<string, 'HelpCallId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type OfferId = Brand<string, 'OfferId'>;
export type SessionId = Brand<string, 'SessionId'>;

type IdName =
  | 'ServiceId'
  | 'ConversationId'
  | 'EntryId'
  | 'StaffId'
  | 'OfferId'
  | 'HandoverId'
  | 'HelpCallId'
  | 'ShiftId'
  | 'SessionId';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in canonical lower case. Anything else would be stored silently wrong in a binary array. */
export const isUuid = (text: string): boolean => UUID.test(text);

const idParser =
  <Name extends IdName>(name: Name) =>
  (text: string): Brand<string, Name> => {
    if (!isUuid(text)) throw new TypeError(`${name} must be a canonical UUID`);
    return text as Brand<string, Name>;
  };

/** Each throws a TypeError unless given a canonical lower-case UUID; commands with a bad id are refused before. */
export const serviceId = idParser('ServiceId');
export const conversationId = idParser('ConversationId');
export const entryId = idParser('EntryId');
export const staffId = idParser('StaffId');
export const offerId = idParser('OfferId');
export const handoverId = idParser('HandoverId');
export const helpCallId = idParser('HelpCallId');
export const shiftId = idParser('ShiftId');
export const sessionId = idParser('SessionId');
