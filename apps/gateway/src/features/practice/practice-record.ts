import type { Note, PracticeView, Safety, SafetyRecord } from '@warmline/contracts';
import { thresholdReasons } from '@warmline/conversation';
import { signalsOfEach, type PracticeAct, type StoredAct } from '@warmline/practice';
import { shownOf } from '../safety';
import { scenarioIn, type PlayedPractice } from './played-practice';

type OfKind<Kind extends PracticeAct['kind']> = StoredAct & {
  readonly act: Extract<PracticeAct, { readonly kind: Kind }>;
};

const ofKind = <Kind extends PracticeAct['kind']>(acts: readonly StoredAct[], kind: Kind): OfKind<Kind>[] =>
  acts.filter((stored): stored is OfKind<Kind> => stored.act.kind === kind);

/** Since when the safety step would be open, and why; null while it would not. */
const stepIn = ({ practice, acts }: PlayedPractice): SafetyRecord['step'] => {
  const records = ofKind(acts, 'record');
  for (const [index, { act, at }] of records.entries()) {
    const known = records.slice(0, index + 1).map((record) => record.act.entry);
    const since = practice.beganAt + at;
    if (thresholdReasons(known).length > 0) return { since, because: 'threshold' };
    if (act.entry.kind === 'step' && act.entry.isDone) return { since, because: 'card' };
  }
  return null;
};

/** What was said about being safe, and who set it last. */
const answerIn = ({ practice, acts }: PlayedPractice): Omit<Safety, 'stepAt' | 'entries'> => {
  const set = ofKind(acts, 'safety').at(-1);
  const { beganAt: at, staffName } = practice;
  if (set !== undefined)
    return { answer: set.act.answer, by: 'responder', byName: staffName, at: at + set.at };
  return { answer: scenarioIn(practice)?.safety ?? 'did_not_say', by: 'visitor', byName: null, at };
};

export const safetyIn = (played: PlayedPractice): Safety => {
  const step = stepIn(played);
  const entries = ofKind(played.acts, 'record').length;
  return {
    ...answerIn(played),
    ...(step === null ? {} : { stepAt: step.since }),
    ...(entries === 0 ? {} : { entries }),
  };
};

/** The call that would have gone to the supervisors. In practice it goes nowhere. */
export const calledIn = ({ practice, acts }: PlayedPractice): PracticeView['called'] => {
  const signals = signalsOfEach(acts);
  const calls = acts.filter((_, index) => signals[index]?.includes('called_supervisor') === true);
  const [first] = calls;
  if (first === undefined) return null;
  const isUrgent = calls.some(({ act }) => act.kind !== 'call' || act.urgency === 'urgent');
  return { id: first.id, urgency: isUrgent ? 'urgent' : 'normal', at: practice.beganAt + first.at };
};

/** The safety record as the same panel shows it. */
export const recordIn = (played: PlayedPractice): SafetyRecord => {
  const { practice, acts, play } = played;
  const entries = ofKind(acts, 'record').map(({ id, at, act }) => ({
    ...act.entry,
    id,
    by: practice.staffName,
    at: practice.beganAt + at,
  }));
  const step = stepIn(played);
  return {
    conversationId: practice.id,
    now: practice.beganAt + play.now,
    step,
    called: step?.because === 'threshold' ? { at: step.since, here: [], answeredBy: null } : null,
    ...shownOf(entries),
    log: [],
    unreadable: 0,
  };
};

export const notesIn = ({ practice, acts }: PlayedPractice): Note[] =>
  ofKind(acts, 'note').map(({ id, at, act }, index) => ({
    seq: index + 1,
    id,
    by: { id: practice.staff, name: practice.staffName },
    note: act.words,
    at: practice.beganAt + at,
  }));
