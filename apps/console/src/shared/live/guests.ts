import type { Desk, Handover } from '@warmline/contracts';

/**
 * A conversation that this person reads and does not hold: one coming to them, or one they have just passed on.
 * One passed on stays, as `isOver`, until it is closed, so that no unfinished text is lost.
 */
export interface Guest {
  readonly conversationId: string;
  readonly as: 'receiver' | 'sender';
  readonly handover: Handover;
  readonly isOver: boolean;
}

/** Whether the server lets them read it: until the visitor's yes, who is asked has the brief alone. */
export const mayBeRead = ({ handover }: Guest): boolean => handover.state !== 'visitor_asked';

const asReceiver = ({ receiver, state }: Handover, me: string): boolean =>
  receiver?.id === me && (state === 'visitor_asked' || state === 'joined');

const asSender = ({ sender, state }: Handover, me: string): boolean =>
  sender.id === me && state === 'control_passed';

const present = ({ me, handovers }: Desk): readonly Guest[] =>
  handovers.flatMap((handover): readonly Guest[] => {
    const { conversationId } = handover;
    if (asReceiver(handover, me.id)) return [{ conversationId, handover, as: 'receiver', isOver: false }];
    return asSender(handover, me.id) ? [{ conversationId, handover, as: 'sender', isOver: false }] : [];
  });

/** Those passed on and left: read along until a moment ago, or still held when this page last heard. */
const past = (desk: Desk, before: readonly Guest[], wereHeld: readonly string[]): readonly Guest[] => {
  const left = desk.handovers.filter(
    ({ sender, state, conversationId }) =>
      sender.id === desk.me.id && state === 'left' && wereHeld.includes(conversationId),
  );
  const kept = before
    .filter((guest) => guest.as === 'sender')
    .map((guest) => desk.handovers.find(({ id }) => id === guest.handover.id) ?? guest.handover);
  return [...kept, ...left].map((handover) => ({
    conversationId: handover.conversationId,
    handover,
    as: 'sender',
    isOver: true,
  }));
};

/** What is read and not held, by the newest desk; `wereHeld` are those held in the one before. */
export const guestsOf = (
  desk: Desk,
  before: readonly Guest[],
  wereHeld: readonly string[],
): readonly Guest[] => {
  const known = new Set(desk.caseload.map((item) => item.conversationId));
  const guests: Guest[] = [];
  for (const guest of [...present(desk), ...past(desk, before, wereHeld)]) {
    if (known.has(guest.conversationId)) continue;
    known.add(guest.conversationId);
    guests.push(guest);
  }
  return guests;
};
