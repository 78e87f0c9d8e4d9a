import type {
  LiveView,
  CaseloadItem,
  Content,
  Desk,
  Entry,
  Handover,
  HandoverCandidates,
  Offer,
  Safety,
  Session,
} from '@warmline/contracts';
import { aWellbeing } from './a-wellbeing';
import { MINUTE, START } from './start';

export { aWellbeing, MINUTE, START };

/** A UUID that says which one it is. */
export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const SAM: Session['staff'] = { id: id(1), name: 'Sam', role: 'responder', furtherRoles: [] };
export const ANA: Session['staff'] = { id: id(2), name: 'Ana', role: 'supervisor', furtherRoles: [] };

/** Keeps the lists. */
export const KIT: Session['staff'] = { id: id(9), name: 'Kit', role: 'administrator', furtherRoles: [] };

/** By the name they sign in with. */
export const PEOPLE: Readonly<Record<string, Session['staff']>> = { sam: SAM, ana: ANA, kit: KIT };

export const JO = { id: id(3), name: 'Jo' };

export const ROBIN = id(11);
export const KIM = id(12);

/** What they said at the start, unless told otherwise. */
export const aSafety = (over: Partial<Safety> = {}): Safety => ({
  answer: 'did_not_say',
  by: 'visitor',
  byName: null,
  at: START - 6 * MINUTE,
  ...over,
});

export const anItem = (over: Partial<CaseloadItem> = {}): CaseloadItem => ({
  conversationId: ROBIN,
  epoch: 1,
  state: 'talking',
  visitorName: 'Robin',
  visitorPresent: true,
  band: 3,
  safety: aSafety(),
  language: 'en',
  joinedAt: START - 5 * MINUTE,
  talkingSince: over.joinedAt ?? START - 5 * MINUTE,
  endedAt: null,
  endReason: null,
  head: 0,
  receipts: { visitor: 0, responder: 0 },
  lastVisitorMessageAt: null,
  lastResponderMessageAt: null,
  observers: [],
  handovers: 0,
  handoverDue: false,
  ...over,
});

export const anOffer = (over: Partial<Offer> = {}): Offer => ({
  id: id(50),
  conversationId: KIM,
  band: 2,
  safety: aSafety(),
  language: 'en',
  enteredAt: START - 6 * MINUTE,
  madeAt: START,
  expiresAt: START + 45_000,
  messages: 2,
  topics: [],
  surge: false,
  ...over,
});

export const aDesk = (over: Partial<Desk> = {}): Desk => ({
  now: START,
  me: { ...SAM, availability: 'available' },
  shiftEndsAt: START + 90 * MINUTE,
  offersPaused: false,
  newFeedback: 0,
  load: 0,
  whyNoOffer: null,
  wellbeing: aWellbeing(),
  offer: null,
  caseload: [],
  handovers: [],
  ...over,
});

export const aMessage = (seq: number, from: 'visitor' | 'responder', body: string): Entry => ({
  kind: 'message',
  seq,
  id: id(1_000 + seq),
  from,
  name: from === 'responder' ? 'Sam' : '',
  body,
  at: START - 4 * MINUTE + seq * 1_000,
});

export const aLiveView = (over: Partial<LiveView> = {}): LiveView => ({
  version: 1,
  floods: [],
  now: START,
  unreadable: 0,
  waiting: [],
  people: [],
  conversations: [],
  handovers: [],
  ...over,
});

export const aWaiting = (over: Partial<LiveView['waiting'][number]> = {}): LiveView['waiting'][number] => ({
  conversationId: ROBIN,
  visitorName: '',
  band: 3,
  safety: aSafety(),
  language: 'en',
  enteredAt: START - 2 * MINUTE,
  waitingSince: START - 2 * MINUTE,
  targetAt: (over.waitingSince ?? START - 2 * MINUTE) + { 1: 1, 2: 3, 3: 10 }[over.band ?? 3] * MINUTE,
  visitorPresent: true,
  offeredTo: null,
  heldBefore: null,
  epoch: 0,
  messages: 0,
  topics: [],
  bandBecause: 'safety_answer',
  hold: null,
  lowered: null,
  calledAt: null,
  whyNobody: [],
  ...over,
});

export const aPerson = (over: Partial<LiveView['people'][number]> = {}): LiveView['people'][number] => ({
  id: SAM.id,
  name: SAM.name,
  role: 'responder',
  availability: 'available',
  awayBecause: null,
  present: true,
  open: 0,
  wrapUps: 0,
  shiftEndsAt: null,
  skills: [],
  obstacles: [],
  breakDueAt: null,
  training: [],
  week: { worked: 30 * MINUTE, atMost: 720 * MINUTE, allowed: null },
  contactWantedAt: null,
  toObserve: null,
  firstFeedback: null,
  capacity: 2,
  capacityNow: 2,
  load: 0,
  ...over,
});

export const aRunning = (
  over: Partial<LiveView['conversations'][number]> = {},
): LiveView['conversations'][number] => ({
  conversationId: ROBIN,
  visitorName: 'Robin',
  responderId: SAM.id,
  responderName: SAM.name,
  responderPresent: true,
  epoch: 1,
  handovers: 0,
  band: 3,
  safety: aSafety(),
  startedAt: START - 12 * MINUTE,
  topics: [],
  joinedAt: START - 20 * MINUTE,
  head: 1,
  visitorPresent: true,
  lastVisitorMessageAt: START - 4 * MINUTE,
  lastResponderMessageAt: START - 9 * MINUTE,
  observers: [],
  toObserve: null,
  ...over,
});

/** From Sam to Jo, who is being asked. */
export const aHandover = (over: Partial<Handover> = {}): Handover => ({
  id: id(70),
  conversationId: ROBIN,
  kind: 'warm',
  state: 'offered',
  reason: null,
  sender: { id: SAM.id, name: SAM.name },
  receiver: JO,
  proposedBy: { id: SAM.id, name: SAM.name },
  to: { to: 'person', staffId: JO.id },
  mustLeave: false,
  senderFirst: null,
  brief: {
    situation: 'Robin, low after a hard week',
    background: 'Sits in the car before going in.',
    safety: 'Asked: no plan.',
    request: 'Knows about work troubles.',
  },
  briefRead: false,
  receiverHasWritten: false,
  visitorName: 'Robin',
  band: 3,
  safety: aSafety(),
  language: 'en',
  proposedAt: START,
  expiresAt: START + MINUTE,
  ...over,
});

const aTopic = (topic: string, label: string): Content['topics'][number] => ({
  topic,
  label,
  labels: {},
  inUse: true,
});

export const someContent: Content = {
  topics: [
    aTopic('suicide', 'Suicide'),
    aTopic('self_harm', 'Self-harm'),
    aTopic('loneliness', 'Loneliness'),
    aTopic('bereavement', 'Bereavement'),
    aTopic('young_carers', 'Young carers'),
    { ...aTopic('old_heading', 'An old heading'), inUse: false },
  ],
  starters: [
    { id: id(101), stage: 'connect', title: 'Opening', body: 'Hi, I am Sam.', sendsUnedited: false },
    { id: id(102), stage: 'connect', title: 'Time', body: 'We have about 45 minutes.', sendsUnedited: true },
  ],
  resources: [
    {
      id: id(201),
      name: 'Samaritans',
      description: 'Someone to listen at any hour.',
      url: 'https://www.samaritans.org',
      phone: '116 123',
      hours: 'always',
      source: 'Samaritans',
      reviewedOn: '2026-10-02',
    },
  ],
};

export const someCandidates: HandoverCandidates = {
  people: [
    { id: JO.id, name: JO.name, role: 'responder', skills: ['grief', 'work'], status: 'free' },
    { id: id(4), name: 'Lee', role: 'responder', skills: [], status: 'away' },
    { id: id(5), name: 'Max', role: 'responder', skills: ['grief'], status: 'full' },
  ],
  skills: [
    { skill: 'grief', free: 1 },
    { skill: 'housing', free: 0 },
  ],
  free: 1,
};
