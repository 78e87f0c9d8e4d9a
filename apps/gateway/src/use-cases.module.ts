import { Module } from '@nestjs/common';
import { ConversationTexts } from './conversation/conversation-texts';
import { EndConversation } from './conversation/end-conversation';
import { HolderFence } from './conversation/holder-fence';
import { LoseHolder } from './conversation/lose-holder';
import { ObservationViews } from './conversation/observation-view';
import { ObserveConversation } from './conversation/observe-conversation';
import { ReadTimeline } from './conversation/read-timeline';
import { SendMessage } from './conversation/send-message';
import { StartConversation } from './conversation/start-conversation';
import { VisitorViews } from './conversation/visitor-view';
import { VisitorWaits } from './conversation/visitor-waits';
import { WrapUpConversation } from './conversation/wrap-up-conversation';
import { CountedContacts } from './door/counted-contacts';
import { DecideDoor } from './door/decide-door';
import { DoorRound } from './door/door-round';
import { DoorViews } from './door/door-view';
import { ServiceDoor } from './door/service-door';
import { SetDoor } from './door/set-door';
import { AnswerHandover } from './handover/answer-handover';
import { AskNext } from './handover/ask-next';
import { Colleagues } from './handover/colleagues';
import { FinishHandover } from './handover/finish-handover';
import { HandoverDeadlines } from './handover/handover-deadlines';
import { HandoverSteps } from './handover/handover-steps';
import { HandoverViews } from './handover/handover-view';
import { NextCandidates } from './handover/next-candidates';
import { Proposals } from './handover/proposals';
import { ProposeHandover } from './handover/propose-handover';
import { TakeOver } from './handover/take-over';
import { AnswerHelp } from './help/answer-help';
import { AskAll } from './help/ask-all';
import { CallForHelp } from './help/call-for-help';
import { HelpDeadlines } from './help/help-deadlines';
import { HelpViews } from './help/help-view';
import { Asking } from './jobs/asking';
import { IndexCopy } from './jobs/index-copy';
import { IndexKeeper } from './jobs/index-keeper';
import { Changes } from './platform/changes';
import { LiveService } from './platform/live-service';
import { Stopping } from './platform/stopping';
import { AnsweringPages } from './realtime/answering-pages';
import { Audience } from './realtime/audience';
import { Deliveries, PushedViews } from './realtime/deliveries';
import { GrownHeads } from './realtime/grown-heads';
import { LiveTimelines } from './realtime/live-timelines';
import { Namespaces } from './realtime/namespaces';
import { OneAtATime } from './realtime/one-at-a-time';
import { Presence } from './realtime/presence';
import { Renewals } from './realtime/renewals';
import { AcceptOffer } from './routing/accept-offer';
import { BoardPeople } from './routing/board-people';
import { BoardRows } from './routing/board-rows';
import { BoardViews } from './routing/board-view';
import { Breaks } from './routing/breaks';
import { CallSupervisors } from './routing/call-supervisors';
import { CloseOffer } from './routing/close-offer';
import { DeskSides, DeskViews } from './routing/desk-view';
import { KnownDays } from './routing/known-days';
import { MakeOffer } from './routing/make-offer';
import { MakeOffers } from './routing/make-offers';
import { OfferAlarms } from './routing/offer-alarms';
import { RoutingTerms } from './routing/routing-terms';
import { RoutingTruth } from './routing/routing-truth';
import { SetAvailability } from './routing/set-availability';
import { Shifts } from './routing/shifts';
import { Situations } from './routing/situations';
import { TriageMessage } from './routing/triage-message';
import { WatchedWordList } from './routing/watched-word-list';
import { WellbeingViews } from './routing/wellbeing-view';
import { AssignOffer } from './supervisor/assign-offer';
import { CareForPerson } from './supervisor/care-for-person';
import { SetBand } from './supervisor/set-band';
import { TakeFromQueue } from './supervisor/take-from-queue';
import { TellWaiting } from './supervisor/tell-waiting';

const USE_CASES = [
  Changes,
  LiveService,
  IndexCopy,
  IndexKeeper,
  ConversationTexts,
  ServiceDoor,
  CountedContacts,
  DecideDoor,
  DoorViews,
  DoorRound,
  SetDoor,
  StartConversation,
  SendMessage,
  ReadTimeline,
  EndConversation,
  WrapUpConversation,
  ObserveConversation,
  ObservationViews,
  HolderFence,
  LoseHolder,
  HandoverSteps,
  HandoverViews,
  Colleagues,
  Proposals,
  ProposeHandover,
  NextCandidates,
  AskNext,
  AnswerHandover,
  FinishHandover,
  HandoverDeadlines,
  TakeOver,
  AnswerHelp,
  AskAll,
  CallForHelp,
  HelpDeadlines,
  HelpViews,
  VisitorWaits,
  VisitorViews,
  WatchedWordList,
  TriageMessage,
  WellbeingViews,
  BoardPeople,
  BoardRows,
  DeskSides,
  DeskViews,
  BoardViews,
  RoutingTerms,
  KnownDays,
  RoutingTruth,
  Breaks,
  CallSupervisors,
  Shifts,
  AcceptOffer,
  CloseOffer,
  OfferAlarms,
  MakeOffer,
  MakeOffers,
  Asking,
  SetAvailability,
  Situations,
  SetBand,
  AssignOffer,
  TakeFromQueue,
  TellWaiting,
  CareForPerson,
  Namespaces,
  OneAtATime,
  GrownHeads,
  Audience,
  LiveTimelines,
  Stopping,
  AnsweringPages,
  Renewals,
  Presence,
  PushedViews,
  Deliveries,
];

/** What the gateway and the worker can do, whoever asks. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class UseCasesModule {}
