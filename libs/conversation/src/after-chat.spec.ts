import { numbered } from '@warmline/kernel/testing';
import { END_REASONS } from '@warmline/vocabulary';
import { asksAfterChat, type EndedChat } from './after-chat';
import { aConversation } from './testing';

const sam = numbered.staff(1);
const ordinary: EndedChat = {
  conversation: aConversation().heldBy(sam),
  band: 3,
  hasTalked: true,
  reason: 'responder_ended_agreed',
  isAllowed: false,
};

describe('the questions after a chat', () => {
  it('[AFT1] come after an ordinary end, and after no other', () => {
    const asked = END_REASONS.filter((reason) => asksAfterChat({ ...ordinary, reason }));
    expect(asked).toEqual([
      'visitor_ended',
      'responder_ended_agreed',
      'time_limit_agreed',
      'went_quiet',
      'connection_lost',
    ]);
  });

  it('[AFT1] do not come where nobody had written to the visitor, or where they left quickly', () => {
    expect(asksAfterChat({ ...ordinary, hasTalked: false })).toBe(false);
    expect(asksAfterChat({ ...ordinary, conversation: aConversation().leftByVisitorWhileHeldBy(sam) })).toBe(
      false,
    );
  });

  it.each<[string, Partial<EndedChat>]>([
    ['is in danger', { conversation: aConversation().inDanger().heldBy(sam) }],
    ['was in danger and is not since', { conversation: aConversation().loweredBy(sam).heldBy(sam) }],
    ['is answered first', { band: 1 }],
  ])('[AFT1] come to a visitor who %s only where the responder allowed it', (_, danger) => {
    expect(asksAfterChat({ ...ordinary, ...danger })).toBe(false);
    expect(asksAfterChat({ ...ordinary, ...danger, isAllowed: true })).toBe(true);
    expect(asksAfterChat({ ...ordinary, ...danger, isAllowed: true, reason: 'connection_lost' })).toBe(false);
  });
});
