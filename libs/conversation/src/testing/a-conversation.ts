import type { StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { EndReason } from '@warmline/vocabulary';
import type { Conversation } from '../conversation';

interface Building {
  /** Of this number among conversations, where there are several. */
  numbered(number: number): Building;
  /** After this many holdings that all came to nothing. */
  afterHoldings(epoch: number): Building;
  /** Not safe now. */
  inDanger(): Building;
  waiting(): Conversation;
  heldBy(staff: StaffId): Conversation;
  leftByVisitorWhileHeldBy(staff: StaffId): Conversation;
  ended(reason?: EndReason): Conversation;
}

const building = (number: number, epoch: number, isInDanger = false): Building => {
  const everyones = { id: numbered.conversation(number), service: numbered.service(1), isInDanger };
  const talking = (holder: StaffId, visitorLeft: boolean): Conversation => ({
    ...everyones,
    epoch: epoch + 1,
    state: 'talking',
    holder,
    visitorLeft,
  });
  return {
    numbered: (another) => building(another, epoch, isInDanger),
    afterHoldings: (holdings) => building(number, holdings, isInDanger),
    inDanger: () => building(number, epoch, true),
    waiting: () => ({ ...everyones, epoch, state: 'waiting' }),
    heldBy: (staff) => talking(staff, false),
    leftByVisitorWhileHeldBy: (staff) => talking(staff, true),
    ended: (reason = 'visitor_ended') => ({ ...everyones, epoch, state: 'ended', reason }),
  };
};

/** `aConversation().afterHoldings(2).heldBy(sam)`: its epoch is then 3. */
export const aConversation = (): Building => building(1, 0);
