import type { Instant, StaffId } from '@warmline/kernel';
import type { LockedConversation, Stores } from '@warmline/postgres';
import type { Band } from '@warmline/vocabulary';

/**
 * What a person says of a visitor's safety moves them to its band, as the same answer does at the start. No answer moves them
 * later. Whom a person puts into band 1 has no hold.
 */
export const promote = async (
  stores: Stores,
  { row }: LockedConversation,
  { band, by, at }: { readonly band: Band; readonly by: StaffId; readonly at: Instant },
): Promise<void> => {
  await stores.supervision.noteLowering(row.id, null);
  await stores.conversations.changeBand({
    type: 'band_changed',
    service: row.serviceId,
    conversation: row.id,
    from: row.band,
    to: band,
    because: 'person',
    by,
    words: null,
    reason: null,
    at,
  });
};
