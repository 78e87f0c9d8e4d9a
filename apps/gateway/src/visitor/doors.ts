import type { VisitorCommands } from '@warmline/contracts';
import type { Doors } from '../realtime/door';
import { VisitorAnswersDoor } from './answer-handover.door';
import { VisitorEndsDoor } from './end-conversation.door';
import { VisitorSeesDoor } from './move-receipt.door';
import { OpenConversationDoor } from './open-conversation.door';
import { VisitorReadsDoor } from './read-timeline.door';
import { VisitorWritesDoor } from './send-message.door';
import { VisitorTypesDoor } from './set-typing.door';
import { StartConversationDoor } from './start-conversation.door';
import type { VisitorPage } from './visitor-page';

/** Every command a visitor's page may send, and its door. */
export const visitorDoors = {
  'conversation:start': StartConversationDoor,
  'conversation:open': OpenConversationDoor,
  'conversation:end': VisitorEndsDoor,
  'handover:answer': VisitorAnswersDoor,
  'timeline:read': VisitorReadsDoor,
  'message:send': VisitorWritesDoor,
  'typing:set': VisitorTypesDoor,
  'receipt:seen': VisitorSeesDoor,
} satisfies Doors<VisitorPage, VisitorCommands>;
