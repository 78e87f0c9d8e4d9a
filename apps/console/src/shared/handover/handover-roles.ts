import type { Desk, Handover } from '@warmline/contracts';
import type { HandoverState } from '@warmline/vocabulary';

const OPEN: readonly HandoverState[] = ['proposed', 'offered', 'visitor_asked', 'joined', 'control_passed'];

export const isOpenHandover = ({ state }: { readonly state: HandoverState }): boolean => OPEN.includes(state);

/** Until then it can be withdrawn, and the sender holds the conversation. */
export const isBeforeControl = ({ state }: { readonly state: HandoverState }): boolean =>
  state !== 'control_passed' && OPEN.includes(state);

const newest = (handovers: readonly Handover[]): Handover | null => handovers.at(-1) ?? null;

/** What this person's newest handover of a conversation has come to: an open one first. */
export const sentBy = ({ me, handovers }: Desk, conversationId: string): Handover | null => {
  const mine = handovers.filter(
    (handover) => handover.sender.id === me.id && handover.conversationId === conversationId,
  );
  return newest(mine.filter(isOpenHandover)) ?? newest(mine);
};

/** The handover by which a conversation came, or is coming, to this person. */
export const receivedBy = ({ me, handovers }: Desk, conversationId: string): Handover | null =>
  newest(
    handovers.filter(
      (handover) =>
        handover.receiver?.id === me.id &&
        handover.conversationId === conversationId &&
        (isOpenHandover(handover) || handover.state === 'left'),
    ),
  );

/** What this person is being asked to take, the first to answer first. */
export const askedOf = ({ me, handovers }: Desk): Handover | null =>
  handovers.find(({ receiver, state }) => state === 'offered' && receiver?.id === me.id) ?? null;
