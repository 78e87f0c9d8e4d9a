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
  /** Not in danger any more, since these people lowered the answer or closed the step. */
  loweredBy(...staff: readonly StaffId[]): Building;
  waiting(): Conversation;
  heldBy(staff: StaffId): Conversation;
  leftByVisitorWhileHeldBy(staff: StaffId): Conversation;
  ended(reason?: EndReason): Conversation;
}

interface Danger {
  readonly isInDanger: boolean;
  readonly dangerLoweredBy: readonly StaffId[];
}
const SAFE: Danger = { isInDanger: false, dangerLoweredBy: [] };

const building = (number: number, epoch: number, danger = SAFE): Building => {
  const everyones = { id: numbered.conversation(number), service: numbered.service(1), ...danger };
  const talking = (holder: StaffId, visitorLeft: boolean): Conversation => ({
    ...everyones,
    epoch: epoch + 1,
    state: 'talking',
    holder,
    visitorLeft,
  });
  return {
    numbered: (another) => building(another, epoch, danger),
    afterHoldings: (holdings) => building(number, holdings, danger),
    inDanger: () => building(number, epoch, { isInDanger: true, dangerLoweredBy: [] }),
    loweredBy: (...staff) => building(number, epoch, { isInDanger: false, dangerLoweredBy: staff }),
    waiting: () => ({ ...everyones, epoch, state: 'waiting' }),
    heldBy: (staff) => talking(staff, false),
    leftByVisitorWhileHeldBy: (staff) => talking(staff, true),
    ended: (reason = 'visitor_ended') => ({ ...everyones, epoch, state: 'ended', reason }),
  };
};

/** `aConversation().afterHoldings(2).heldBy(sam)`: its epoch is then 3. */
export const aConversation = (): Building => building(1, 0);
