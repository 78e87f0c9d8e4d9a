import type { EndingToAgree, EndingToWriteUp, HelpCall, HelpView, LiveView } from '@warmline/contracts';
import { isInDanger } from '../../shared/safety/danger';
import { freePeople, nextFreeAt } from './live-view-figures';

type Waiting = LiveView['waiting'][number];
type Running = LiveView['conversations'][number];
type Person = LiveView['people'][number];
type FirstFeedback = NonNullable<Person['firstFeedback']>;

/** Feedback on one of the first conversations is asked for here from so long (ms) before it is due; People says it earlier. */
const FEEDBACK_SOON = 2 * 24 * 60 * 60_000;

/** One thing that a supervisor has to do, and since when. */
export type Need = { readonly key: string; readonly since: number } & (
  | { readonly kind: 'danger'; readonly waiting: Waiting }
  | { readonly kind: 'nobody_on'; readonly waiting: number }
  | { readonly kind: 'nobody_free'; readonly waiting: number; readonly isLate: boolean }
  | { readonly kind: 'call'; readonly call: HelpCall }
  | { readonly kind: 'no_reply'; readonly unanswered: HelpView['unanswered'][number] }
  | { readonly kind: 'to_agree'; readonly ending: EndingToAgree }
  | { readonly kind: 'to_write_up'; readonly ending: EndingToWriteUp }
  | { readonly kind: 'silent'; readonly running: Running }
  | { readonly kind: 'complaints'; readonly oldest: string; readonly count: number }
  | { readonly kind: 'holds'; readonly count: number }
  | { readonly kind: 'missed_offers'; readonly person: Person }
  | { readonly kind: 'wishes_contact'; readonly person: Person }
  | { readonly kind: 'first_feedback'; readonly person: Person; readonly feedback: FirstFeedback }
);

const dangers = ({ waiting }: LiveView): Need[] =>
  waiting
    .filter((one) => isInDanger(one.safety) && one.offeredTo === null && one.hold !== 'set_aside')
    .map((one) => ({ kind: 'danger', key: one.conversationId, since: one.waitingSince, waiting: one }));

const nobodyOn = ({ people, waiting }: LiveView): Need[] => {
  const isSomeoneOn = people.some(({ present, availability }) => present && availability === 'available');
  const waits = waiting.filter(({ hold }) => hold !== 'set_aside');
  if (isSomeoneOn || waits.length === 0) return [];
  const since = Math.min(...waits.map(({ waitingSince }) => waitingSince));
  return [{ kind: 'nobody_on', key: 'nobody-on', since, waiting: waits.length }];
};

/** People are on, but all of them are full, in quiet time or held back, and someone waits past their target, or will before the next person is free. */
const nobodyFree = (board: LiveView, now: number): Need[] => {
  if (freePeople(board).free > 0) return [];
  const waits = board.waiting.filter(({ hold }) => hold !== 'set_aside');
  const past = waits.filter(({ targetAt }) => targetAt < now);
  const isLate = past.length > 0;
  const next = nextFreeAt(board) ?? now;
  const late = isLate ? past : waits.filter(({ targetAt }) => targetAt < next);
  if (late.length === 0) return [];
  const since = Math.min(...late.map(({ waitingSince }) => waitingSince));
  return [{ kind: 'nobody_free', key: 'nobody-free', since, waiting: late.length, isLate }];
};

/** One row at most says that nobody can take those who wait. */
const nobodyThere = (board: LiveView, now: number): Need[] => {
  const away = nobodyOn(board);
  return away.length > 0 ? away : nobodyFree(board, now);
};

/** The server knows who is silent: time in which they waited for us, or asked for, does not count. */
const silences = ({ conversations }: LiveView, { silent }: Help): Need[] =>
  silent.flatMap(({ conversationId, since }): Need[] => {
    const running = conversations.find((one) => one.conversationId === conversationId);
    return running === undefined ? [] : [{ kind: 'silent', key: `silent-${conversationId}`, since, running }];
  });

const ofPeople = ({ people }: LiveView, now: number): Need[] =>
  people.flatMap((person): Need[] => [
    ...(person.awayBecause === 'missed_offers'
      ? [{ kind: 'missed_offers' as const, key: `missed-${person.id}`, since: now, person }]
      : []),
    ...(person.contactWantedAt === null
      ? []
      : [
          {
            kind: 'wishes_contact' as const,
            key: `contact-${person.id}`,
            since: person.contactWantedAt,
            person,
          },
        ]),
  ]);

/** A supervisor gives it; nobody to themselves. */
const feedbackDue = ({ people }: LiveView, { me, now }: { me: string | null; now: number }): Need[] =>
  people.flatMap((person): Need[] => {
    const { firstFeedback: feedback } = person;
    if (feedback === null || person.id === me || feedback.dueAt - FEEDBACK_SOON > now) return [];
    return [
      { kind: 'first_feedback', key: `feedback-${person.id}`, since: feedback.dueAt, person, feedback },
    ];
  });

type Help = Pick<HelpView, 'calls' | 'unanswered' | 'endings' | 'silent' | 'complaints' | 'complaintsOpen'>;

/** One's own question is for another supervisor. */
const questions = ({ endings }: Help, me: string | null): Need[] =>
  endings.toAgree
    .filter(({ responder }) => responder.id !== me)
    .map((ending) => ({ kind: 'to_agree', key: `agree-${ending.id}`, since: ending.askedAt, ending }));

const goneInDanger = ({ endings }: Help): Need[] =>
  endings.toWriteUp.map((ending) => ({
    kind: 'to_write_up',
    key: `write-up-${ending.conversationId}`,
    since: ending.at,
    ending,
  }));

/** One row for all of them: what people tell the service about itself must not push anyone else down. */
const complaintsOf = ({ complaints, complaintsOpen }: Help): Need[] => {
  const [first] = complaints;
  if (first === undefined) return [];
  const { id: oldest, at: since } = first;
  return [{ kind: 'complaints', key: 'complaints', since, oldest, count: complaintsOpen }];
};

const oldestFirst = (needs: Need[]): Need[] => needs.sort((one, other) => one.since - other.since);

/** How many holds and early erasures wait for one person, and since when the oldest does. */
export interface HoldsNeed {
  readonly count: number;
  readonly since: number;
}

interface NeedsReader {
  readonly me: string | null;
  readonly now: number;
  readonly holds?: HoldsNeed | null;
}

/** Two people decide about what is kept, within three days: one row for all of them. */
const holdsOf = (holds: HoldsNeed | null): Need[] =>
  holds === null ? [] : [{ kind: 'holds', key: 'holds', ...holds }];

/**
 * What needs a supervisor now, the longest first. Of a call that another supervisor answers, nothing is to do. Those who
 * left come last, then feedback, complaints and holds: what is about days past must not push a person in danger down.
 */
export const needsOf = (
  board: LiveView,
  help: Help | null,
  { me, now, holds = null }: NeedsReader,
): Need[] => {
  const calls = (help?.calls ?? []).filter(
    ({ calledBy, answered }) => calledBy.id !== me && (answered === null || answered.by.id === me),
  );
  const open = oldestFirst([
    ...dangers(board),
    ...(help === null ? [] : questions(help, me)),
    ...nobodyThere(board, now),
    ...calls.map((call) => ({ kind: 'call' as const, key: call.id, since: call.calledAt, call })),
    ...(help?.unanswered ?? []).map((unanswered) => ({
      kind: 'no_reply' as const,
      key: `reply-${unanswered.conversationId}`,
      since: unanswered.since,
      unanswered,
    })),
    ...(help === null ? [] : silences(board, help)),
    ...ofPeople(board, now),
  ]);
  const gone = help === null ? [] : oldestFirst(goneInDanger(help));
  const toldUs = help === null ? [] : complaintsOf(help);
  return [...open, ...gone, ...oldestFirst(feedbackDue(board, { me, now })), ...toldUs, ...holdsOf(holds)];
};
