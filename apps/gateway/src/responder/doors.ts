import type { StaffCommands } from '@warmline/contracts';
import { helpDoors } from '../help/doors';
import type { Doors } from '../realtime/door';
import { supervisorDoors } from '../supervisor/doors';
import { MakeForecastDoor } from '../supervisor/make-forecast.door';
import { ObserveDoor, UnobserveDoor } from '../supervisor/observe-conversation.door';
import { OpenBoardDoor } from '../supervisor/open-board.door';
import { OpenWallboardDoor } from '../supervisor/open-wallboard.door';
import { KeepDoorOpenDoor, ReadDoorDoor, SetDoorDoor } from '../supervisor/set-door.door';
import { TakeOverDoor } from '../supervisor/take-over.door';
import { AcceptOfferDoor, DeclineOfferDoor } from './answer-offer.door';
import { CheckInDoor, CheckOutDoor, WantContactDoor } from './check-in.door';
import { HolderEndsDoor } from './end-conversation.door';
import { FinishWrapUpDoor } from './finish-wrap-up.door';
import { StaffSeesDoor } from './move-receipt.door';
import { OpenDeskDoor } from './open-desk.door';
import { HandoverCandidatesDoor, ProposeHandoverDoor, WithdrawHandoverDoor } from './propose-handover.door';
import { StaffReadsDoor } from './read-timeline.door';
import {
  AcceptHandoverDoor,
  ConfirmBriefDoor,
  DeclineHandoverDoor,
  SettleDoor,
  TakeControlDoor,
} from './receive-handover.door';
import { StaffWritesDoor } from './send-message.door';
import { SetAvailabilityDoor } from './set-availability.door';
import { StaffTypesDoor } from './set-typing.door';
import type { StaffConsole } from './staff-console';
import { DelayBreakDoor, EndBreakDoor, ExtendRestDoor, TakeBreakDoor } from './take-break.door';

/** Every command a console may send, and its door. */
export const staffDoors = {
  'desk:open': OpenDeskDoor,
  'availability:set': SetAvailabilityDoor,
  'shift:check_in': CheckInDoor,
  'shift:check_out': CheckOutDoor,
  'break:take': TakeBreakDoor,
  'break:delay': DelayBreakDoor,
  'break:end': EndBreakDoor,
  'rest:extend': ExtendRestDoor,
  'contact:want': WantContactDoor,
  'offer:accept': AcceptOfferDoor,
  'offer:decline': DeclineOfferDoor,
  'timeline:read': StaffReadsDoor,
  'message:send': StaffWritesDoor,
  'typing:set': StaffTypesDoor,
  'receipt:seen': StaffSeesDoor,
  'conversation:end': HolderEndsDoor,
  'wrap_up:finish': FinishWrapUpDoor,
  'handover:candidates': HandoverCandidatesDoor,
  'handover:propose': ProposeHandoverDoor,
  'handover:withdraw': WithdrawHandoverDoor,
  'handover:accept': AcceptHandoverDoor,
  'handover:decline': DeclineHandoverDoor,
  'handover:confirm_brief': ConfirmBriefDoor,
  'handover:take_control': TakeControlDoor,
  'handover:settle': SettleDoor,
  'conversation:take_over': TakeOverDoor,
  ...helpDoors,
  ...supervisorDoors,
  'board:open': OpenBoardDoor,
  'door:read': ReadDoorDoor,
  'door:set': SetDoorDoor,
  'door:keep_open': KeepDoorOpenDoor,
  'wallboard:open': OpenWallboardDoor,
  'forecast:make': MakeForecastDoor,
  'conversation:observe': ObserveDoor,
  'conversation:unobserve': UnobserveDoor,
} satisfies Doors<StaffConsole, StaffCommands>;
