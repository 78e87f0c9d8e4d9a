import { Module } from '@nestjs/common';
import { ServiceRefreshJob } from '../core/service-refresh-job';
import { ShutdownState } from '../core/shutdown-state';
import { EndConversation } from '../features/conversation/end-conversation';
import { LoseHolder } from '../features/conversation/lose-holder';
import { StartConversation } from '../features/conversation/start-conversation';
import { VisitorViews } from '../features/conversation/visitor-view';
import { VisitorWaits } from '../features/conversation/visitor-waits';
import { WrapUpConversation } from '../features/conversation/wrap-up-conversation';
import { AnswerHandover } from '../features/handover/answer-handover';
import { AskNext } from '../features/handover/ask-next';
import { Colleagues } from '../features/handover/colleagues';
import { FinishHandover } from '../features/handover/finish-handover';
import { HandoverDeadlines } from '../features/handover/handover-deadlines';
import { HandoverSteps } from '../features/handover/handover-steps';
import { HandoverViews } from '../features/handover/handover-view';
import { NextCandidates } from '../features/handover/next-candidates';
import { Proposals } from '../features/handover/proposals';
import { ProposeHandover } from '../features/handover/propose-handover';
import { TakeOver } from '../features/handover/take-over';
import { AnswerHelp } from '../features/help/answer-help';
import { CallForHelp } from '../features/help/call-for-help';
import { HelpDeadlines } from '../features/help/help-deadlines';
import { HelpViews } from '../features/help/help-view';
import { SurgeRequests } from '../features/help/surge-requests';
import { ObservationViews } from '../features/observing/observation-view';
import { ObserveConversation } from '../features/observing/observe-conversation';
import { AcceptOffer } from '../features/offers/accept-offer';
import { AssignOffer } from '../features/offers/assign-offer';
import { CallSupervisors } from '../features/offers/call-supervisors';
import { CloseOffer } from '../features/offers/close-offer';
import { MakeOffer } from '../features/offers/make-offer';
import { MakeOffers } from '../features/offers/make-offers';
import { OfferAlarms } from '../features/offers/offer-alarms';
import { RoutingReadModel } from '../features/offers/routing-read-model';
import { Situations } from '../features/offers/situations';
import { Admission } from '../features/opening/admission';
import { ContactCountLimit } from '../features/opening/contact-count-limit';
import { OpeningJob } from '../features/opening/opening-job';
import { OpeningViews } from '../features/opening/opening-view';
import { ServiceOpening } from '../features/opening/service-opening';
import { SetOpening } from '../features/opening/set-opening';
import { SetBand } from '../features/queue/set-band';
import { TakeFromQueue } from '../features/queue/take-from-queue';
import { TellWaiting } from '../features/queue/tell-waiting';
import { TriageMessage } from '../features/queue/triage-message';
import { WatchedWordsCache } from '../features/queue/watched-words-cache';
import { ConversationTexts } from '../features/timeline/conversation-texts';
import { HolderFence } from '../features/timeline/holder-fence';
import { LiveTimelines } from '../features/timeline/live-timelines';
import { ReadTimeline } from '../features/timeline/read-timeline';
import { SendMessage } from '../features/timeline/send-message';
import { TimelineHeads } from '../features/timeline/timeline-heads';
import { Deliveries, PushedViews } from '../features/views/deliveries';
import { DeskSides, DeskViews } from '../features/views/desk-view';
import { LiveViews } from '../features/views/live-view';
import { LiveViewPeople } from '../features/views/live-view-people';
import { BoardRows } from '../features/views/live-view-rows';
import { Breaks } from '../features/wellbeing/breaks';
import { CareForPerson } from '../features/wellbeing/care-for-person';
import { SetAvailability } from '../features/wellbeing/set-availability';
import { Shifts } from '../features/wellbeing/shifts';
import { WellbeingViews } from '../features/wellbeing/wellbeing-view';
import { Changes } from '../index/changes';
import { IndexCopy } from '../index/index-copy';
import { IndexUpdater } from '../index/index-updater';
import { ConversationAudience } from '../socket/conversation-audience';
import { ConnectedPages } from '../socket/connected-pages';
import { OneAtATime } from '../socket/one-at-a-time';
import { AnsweringPages } from '../staffing/answering-pages';
import { LeaseRenewals } from '../staffing/lease-renewals';
import { PagePresence } from '../staffing/page-presence';
import { RoutingTerms } from '../staffing/routing-terms';
import { WorkingDayCache } from '../staffing/working-day-cache';
import { Asking } from '../worker/asking';

const USE_CASES = [
  Changes,
  ServiceRefreshJob,
  IndexCopy,
  IndexUpdater,
  ConversationTexts,
  ServiceOpening,
  ContactCountLimit,
  Admission,
  OpeningViews,
  OpeningJob,
  SetOpening,
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
  SurgeRequests,
  CallForHelp,
  HelpDeadlines,
  HelpViews,
  VisitorWaits,
  VisitorViews,
  WatchedWordsCache,
  TriageMessage,
  WellbeingViews,
  LiveViewPeople,
  BoardRows,
  DeskSides,
  DeskViews,
  LiveViews,
  RoutingTerms,
  WorkingDayCache,
  RoutingReadModel,
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
  ConnectedPages,
  OneAtATime,
  TimelineHeads,
  ConversationAudience,
  LiveTimelines,
  ShutdownState,
  AnsweringPages,
  LeaseRenewals,
  PagePresence,
  PushedViews,
  Deliveries,
];

/** What the gateway and the worker can do, whoever asks. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class UseCasesModule {}
