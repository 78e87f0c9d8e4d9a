import type { StaffCommands } from '@warmline/contracts';
import { HolderEndsDoor } from '../features/conversation/end-conversation.door';
import { FinishWrapUpDoor } from '../features/conversation/finish-wrap-up.door';
import { MakeForecastDoor } from '../features/figures/make-forecast.door';
import { OpenWallboardDoor } from '../features/figures/open-wallboard.door';
import {
  HandoverCandidatesDoor,
  ProposeHandoverDoor,
  WithdrawHandoverDoor,
} from '../features/handover/propose-handover.door';
import {
  AcceptHandoverDoor,
  ConfirmBriefDoor,
  DeclineHandoverDoor,
  SettleDoor,
  TakeControlDoor,
} from '../features/handover/receive-handover.door';
import { TakeOverDoor } from '../features/handover/take-over.door';
import { helpDoors } from '../features/help/doors';
import { ObserveDoor, UnobserveDoor } from '../features/observing/observe-conversation.door';
import { StaffReadsDoor } from '../features/observing/read-timeline.door';
import { AcceptOfferDoor, DeclineOfferDoor } from '../features/offers/answer-offer.door';
import { KeepDoorOpenDoor, ReadDoorDoor, SetDoorDoor } from '../features/opening/set-opening.door';
import { StaffSeesDoor } from '../features/timeline/move-receipt.door';
import { StaffWritesDoor } from '../features/timeline/send-message.door';
import { StaffTypesDoor } from '../features/timeline/set-typing.door';
import { OpenDeskDoor } from '../features/views/open-desk.door';
import { OpenBoardDoor } from '../features/views/open-live-view.door';
import { SetAvailabilityDoor } from '../features/views/set-availability.door';
import { CheckInDoor, CheckOutDoor, WantContactDoor } from '../features/wellbeing/check-in.door';
import {
  DelayBreakDoor,
  EndBreakDoor,
  ExtendRestDoor,
  TakeBreakDoor,
} from '../features/wellbeing/take-break.door';
import type { Doors } from '../socket/command';
import type { StaffPage } from '../socket/staff-console';
import { supervisorDoors } from './supervisor-doors';

/** Every command a console may send, and its door. */
export const staffDoors = {
  'desk:open': OpenDeskDoor,
  'availability:set': SetAvailabilityDoor,
  'shift:check_in': CheckInDoor,
  'shift:check_out': CheckOutDoor,
  'break:take': TakeBreakDoor,
  'break:delay': DelayBreakDoor,
  'break:end': EndBreakDoor,
  'cool_down:extend': ExtendRestDoor,
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
  'live_view:open': OpenBoardDoor,
  'opening:read': ReadDoorDoor,
  'opening:set': SetDoorDoor,
  'opening:keep_open': KeepDoorOpenDoor,
  'wallboard:open': OpenWallboardDoor,
  'forecast:make': MakeForecastDoor,
  'conversation:observe': ObserveDoor,
  'conversation:unobserve': UnobserveDoor,
} satisfies Doors<StaffPage, StaffCommands>;
