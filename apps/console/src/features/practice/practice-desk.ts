import type { Beside, Desk, HelpView, PracticeView, StaffCommands } from '@warmline/contracts';

/** The desk of one practice conversation, and nothing of the real one but the person. */
export const practiceDesk = (view: PracticeView, { me, ...real }: Desk): Desk => ({
  ...real,
  me,
  now: view.now,
  offersPaused: true,
  newFeedback: 0,
  load: 0,
  whyNoOffer: null,
  offer: null,
  handovers: [],
  caseload: view.item === null || view.result !== null ? [] : [view.item],
});

/** One's own call in practice. No supervisor has it, so nobody ever comes. */
export const practiceHelp = ({ practiceId, called, item, now }: PracticeView, me: Desk['me']): HelpView => ({
  now,
  mine:
    called === null
      ? []
      : [
          {
            id: called.id,
            conversationId: practiceId,
            visitorName: item?.visitorName ?? '',
            urgency: called.urgency,
            because: 'pressed',
            calledBy: { id: me.id, name: me.name },
            calledAt: called.at,
            answered: null,
            joinedAt: null,
            isThere: false,
            rings: 0,
          },
        ],
  calls: [],
  supervisorsHere: null,
  unanswered: [],
  inDanger: [],
  everyoneAway: null,
  missedOffers: [],
  shiftsOver: [],
  complaints: [],
  complaintsOpen: 0,
  onCallFailing: 0,
  late: { erasure: false, log: false },
  endings: { mine: [], toAgree: [], toWriteUp: [], toWriteUpInAll: 0 },
  silent: [],
  asked: null,
  answers: null,
  breakCalledBy: null,
  shiftClosed: null,
});

export const practiceBeside = ({ practiceId, notes }: PracticeView): Beside => ({
  conversationId: practiceId,
  notes: notes.length,
  lane: null,
  joined: [],
});

export const practiceNotes = (
  { notes }: PracticeView,
  after: number,
): StaffCommands['note:read']['reply'] => ({
  notes: notes.filter(({ seq }) => seq > after),
  head: notes.length,
  wrapUps: [],
});

export const practicePage = (
  { entries }: PracticeView,
  after: number,
): StaffCommands['timeline:read']['reply'] => ({
  entries: entries.filter(({ seq }) => seq > after),
  head: entries.length,
});
