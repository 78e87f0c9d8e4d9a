import type { OfferId } from '@warmline/kernel';
import type { LockedConversation, StaffRow, Stores } from '@warmline/postgres';
import type { Offer } from '@warmline/routing';

export interface LockedOffer {
  readonly offer: Offer;
  readonly locked: LockedConversation;
  readonly responder: StaffRow;
}

/** Locks an offer with all it touches, in the order of every transaction: conversation, staff, offer. Null for an unknown id. */
export const lockOffer = async (stores: Stores, id: OfferId): Promise<LockedOffer | null> => {
  const known = await stores.offers.findOffer(id);
  if (known === null) return null;
  const locked = await stores.conversations.lock(known.conversation);
  const responder = await stores.staff.lock(known.staff);
  const offer = await stores.offers.lock(id);
  return locked === null || responder === null || offer === null ? null : { offer, locked, responder };
};
