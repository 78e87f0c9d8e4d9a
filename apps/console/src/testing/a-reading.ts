import type { LiveView, StaffCommands, TimelinePage } from '@warmline/contracts';
import { aSafety } from './builders';

/** What a supervisor gets who reads along: of a conversation that runs on this board; Robin elsewhere. */
export const aReading = (
  board: LiveView,
  conversationId: string,
  page: TimelinePage,
): StaffCommands['conversation:observe']['reply'] => ({
  conversationId,
  visitorName:
    board.conversations.find((one) => one.conversationId === conversationId)?.visitorName ?? 'Robin',
  responderName: 'Sam',
  state: 'talking',
  band: 3,
  safety: aSafety(),
  page,
});
