import type { helpCommands, StaffCommands } from '@warmline/contracts';
import type { Doors } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { AnswerHelpDoor, CallForHelpDoor, EndHelpDoor, OpenHelpDoor } from './help.door';
import { AnswerEveryoneDoor, AskEveryoneDoor } from './surge-requests.door';

/** Every command by which people ask something of each other, and its door. */
export const helpDoors = {
  'help:open': OpenHelpDoor,
  'help:call': CallForHelpDoor,
  'help:end': EndHelpDoor,
  'help:answer': AnswerHelpDoor,
  'surge:ask': AskEveryoneDoor,
  'surge:answer': AnswerEveryoneDoor,
} satisfies Doors<StaffPage, Pick<StaffCommands, keyof typeof helpCommands>>;
