import type { StaffClaim } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';

interface Claimed {
  readonly conversation: ConversationId;
  readonly epoch: number | null;
}

/** The holding someone believes to act under. Without an epoch it is none. */
export const claimOf = async (
  stores: Stores,
  { staff }: StaffPrincipal,
  { conversation, epoch }: Claimed,
): Promise<StaffClaim> => {
  if (epoch === null) return { staff, epoch: 0, held: false };
  return { staff, epoch, held: await stores.holdings.wasHeld(conversation, epoch, staff) };
};
