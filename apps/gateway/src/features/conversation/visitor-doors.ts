import type { VisitorCommands } from '@warmline/contracts';
import type { Doors } from '../../socket/command';
import type { VisitorPage } from '../../socket/visitor-page';
import { VisitorAnswersDoor } from './visitor-answer-handover.door';
import { VisitorEndsDoor } from './visitor-end-conversation.door';
import { VisitorSeesDoor } from './visitor-move-receipt.door';
import { OpenConversationDoor } from './visitor-open-conversation.door';
import { VisitorReadsDoor } from './visitor-read-timeline.door';
import { VisitorWritesDoor } from './visitor-send-message.door';
import { VisitorTypesDoor } from './visitor-set-typing.door';
import { StartConversationDoor } from './visitor-start-conversation.door';

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
