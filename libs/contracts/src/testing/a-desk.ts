import type { StaffCommands, StaffNotices } from '../commands';
import type { LiveView } from '../live-view';
import type { Safety } from '../safety';
import type { Obstacle, Training, Wellbeing } from '../wellbeing';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;

/** What a console is shown, with everything on it at once. */
export const held = { conversationId: id(1), epoch: 1 };
export const safety: Safety = {
  answer: 'not_safe_now',
  by: 'supervisor',
  byName: 'Ana',
  at,
};
export const receipts = { visitor: 2, responder: 1 };
export const brief = {
  situation: 'Needs Welsh',
  background: '',
  safety: 'Safe tonight',
  request: 'Go on in Welsh',
};
export const handover: StaffCommands['handover:accept']['reply'] = {
  id: id(6),
  conversationId: id(1),
  kind: 'warm',
  state: 'offered',
  reason: null,
  sender: { id: id(2), name: 'Sam' },
  receiver: { id: id(7), name: 'Jo' },
  proposedBy: { id: id(2), name: 'Sam' },
  to: { to: 'person', staffId: id(7) },
  mustLeave: false,
  senderFirst: { held: 3, of: 10 },
  brief,
  briefRead: false,
  receiverHasWritten: false,
  visitorName: 'Robin',
  band: 3,
  safety,
  language: 'cy',
  proposedAt: at,
  expiresAt: at,
};
const {
  brief: _brief,
  receiverHasWritten: _hasWritten,
  visitorName: _visitorName,
  language: _language,
  safety: _safety,
  ...summary
} = handover;
const obstacle: Obstacle = { reason: 'cool_down', until: at, lacks: null };
const training: Training = { module: 'suicide_safety', state: 'amber', expiresAt: at };
const wellbeing: Wellbeing = {
  obstacles: [obstacle],
  nextOfferAt: at,
  awayBecause: null,
  shift: { beganAt: at, endsAt: at, offersStopAt: at, checkIn: 'yes', takesSurge: false },
  hours: { today: 1, todayAtMost: 2, week: 1, weekAtMost: 2, allowed: { by: 'Jo', until: at } },
  gaps: { inDay: 1, overnight: 2 },
  spans: {
    workBeforeBreak: 1,
    breakFor: 1,
    breakDelay: 1,
    quietAfter: 1,
    quietExtended: 1,
    restAfterHeavy: 1,
    hideAfter: 1,
  },
  break: { dueAt: at, isWanted: false, canDelay: true, canEnd: false, until: null },
  coolDown: { until: at, reason: 'after_heavy', canExtend: false },
  heavy: { inARow: 1, inARowAtMost: 2, sinceCheckIn: 1, sinceCheckInAtMost: 3 },
  capacity: { units: 1, reason: 'first_conversations', conversationsHeld: 3 },
  contactWantedAt: at,
  training: [training],
  mutedTopics: ['bereavement'],
};

export const desk: StaffNotices['desk:changed'] = {
  now: at,
  me: { id: id(2), name: 'Sam', role: 'responder', availability: 'available' },
  shiftEndsAt: at,
  offersPaused: false,
  newFeedback: 1,
  load: 1,
  whyNoOffer: { reason: 'at_capacity', until: null, lacks: null, step: null },
  wellbeing,
  offer: {
    id: id(3),
    conversationId: id(4),
    band: 2,
    safety,
    language: 'en',
    enteredAt: at,
    madeAt: at,
    expiresAt: at,
    messages: 1,
    topics: ['self_harm'],
    surge: false,
  },
  caseload: [
    {
      ...held,
      state: 'wrap_up',
      visitorName: '',
      visitorPresent: false,
      band: 3,
      safety,
      language: 'cy',
      joinedAt: at,
      talkingSince: at,
      endedAt: at,
      endReason: 'visitor_ended',
      head: 4,
      receipts,
      lastVisitorMessageAt: at,
      lastResponderMessageAt: null,
      observers: ['Kim'],
      handovers: 0,
      handoverDue: false,
    },
  ],
  handovers: [handover],
};

export const board: LiveView = {
  version: 1,
  now: at,
  unreadable: 0,
  waiting: [
    {
      visitorName: 'Robin',
      conversationId: id(4),
      band: 1,
      safety,
      language: 'en',
      enteredAt: at,
      waitingSince: at,
      targetAt: at,
      visitorPresent: true,
      offeredTo: 'Sam',
      messages: 0,
      heldBefore: 'Sam',
      epoch: 1,
      topics: [],
      lowered: { by: 'Jo', reason: 'said_otherwise' },
      bandBecause: 'words',
      hold: null,
      calledAt: at,
      whyNobody: [{ reason: 'on_break', people: 1 }],
    },
  ],
  people: [
    {
      id: id(2),
      name: 'Sam',
      role: 'supervisor',
      availability: 'away',
      awayBecause: 'missed_offers',
      present: true,
      open: 1,
      wrapUps: 0,
      capacity: 2,
      capacityNow: 1,
      load: 1,
      shiftEndsAt: null,
      skills: ['welsh'],
      obstacles: [obstacle],
      breakDueAt: null,
      training: [training],
      week: { worked: 1, atMost: 2, allowed: null },
      contactWantedAt: at,
      toObserve: { reason: 'first_conversations', held: 3, of: 10, observed: 1 },
      firstFeedback: { missing: 2, number: 3, dueAt: at },
    },
  ],
  conversations: [
    {
      conversationId: id(1),
      visitorName: 'Robin',
      responderId: id(2),
      responderName: 'Sam',
      responderPresent: true,
      epoch: 2,
      handovers: 1,
      band: 3,
      safety,
      startedAt: at,
      topics: [],
      joinedAt: at,
      head: 4,
      visitorPresent: true,
      lastVisitorMessageAt: null,
      lastResponderMessageAt: at,
      observers: [],
      toObserve: 'first_conversations',
    },
  ],
  handovers: [summary],
  floods: [
    {
      crowd: id(5),
      chats: [id(1)],
      proof: { floodId: id(6), until: at },
      open: {
        floodId: id(6),
        proposedBy: { id: id(2), name: 'Sam' },
        asksProof: true,
        ticked: [id(1)],
        confirmedBy: null,
        until: at,
      },
    },
  ],
};

export const boardUpdate: StaffNotices['live_view:changed'] = {
  from: 1,
  version: 2,
  now: at,
  unreadable: 0,
  waiting: { put: board.waiting, gone: [id(1)], order: [id(4)] },
  people: { put: board.people, gone: [], order: null },
  conversations: { put: board.conversations, gone: [], order: null },
  handovers: board.handovers,
  floods: null,
};
