import type { Entry, VisitorConversation } from '@warmline/contracts';
import type { ClockNotice, WaitingNotice } from '@warmline/vocabulary';
import { words } from '../language/catalogue';

/** What the events of a timeline say, read in order. */
export interface EventTexts {
  /** Words for the thread, by number; events without words are not shown. */
  readonly texts: Map<number, string>;
  /** Names of those who joined and have not left. */
  readonly here: Set<string>;
  /** The last person who joined, as far as the view has heard, or was lost; '' before anyone did. */
  latest: string;
}

interface Reading extends EventTexts {
  /** The newest number that the view has heard of. The timeline may be ahead of it: someone who joins is not lost yet. */
  readonly head: number;
  /** Number of the newest event of joining with time to settle; 0 where there is none. */
  joinedAt: number;
  /** Someone must leave, and the next to join comes instead. */
  isAwaited: boolean;
}

type Event = Entry & { readonly kind: 'event' };

const joins = (reading: Reading, { name, seq }: Event): void => {
  const { joined, isHere } = words.thread;
  reading.texts.set(seq, (reading.isAwaited ? isHere : joined)(name));
  reading.here.add(name);
  if (seq <= reading.head) reading.latest = name;
  reading.joinedAt = reading.isAwaited ? 0 : seq;
  reading.isAwaited = false;
};

const isTold = (event: Event['event']): event is WaitingNotice => event.startsWith('told_');
const isOfClock = (event: Event['event']): event is ClockNotice => event in words.silence;

const tells = ({ texts }: Reading, { event, seq }: Event): void => {
  if (isTold(event)) texts.set(seq, words.thread[event]);
  else if (isOfClock(event)) texts.set(seq, words.silence[event]);
};

/** A supervisor who comes and goes beside the responder, who stays the one who writes. */
const says =
  (word: 'joined' | 'left') =>
  ({ texts }: Reading, { name, seq }: Event): void => {
    texts.set(seq, words.thread[word](name));
  };

const READERS: Partial<Record<Event['event'], (reading: Reading, event: Event) => void>> = {
  joined: joins,
  supervisor_joined: says('joined'),
  supervisor_left: says('left'),
  told_wait_longer: tells,
  told_still_here: tells,
  told_other_help: tells,
  asked_if_here: tells,
  said_here: tells,
  wants_more_time: tells,
  time_left_15: tells,
  time_left_5: tells,
  time_extended: tells,
  must_leave: (reading, { name, seq }) => {
    reading.texts.set(seq, words.thread.mustLeave(name));
    reading.isAwaited = true;
  },
  left: (reading, { name, seq }) => {
    reading.texts.set(seq, words.thread.left(name));
    reading.here.delete(name);
  },
  requeued: (reading, { name }) => {
    reading.latest = name === '' ? reading.latest : name;
    reading.here.clear();
    reading.isAwaited = false;
  },
};

export const readEvents = (
  entries: readonly Entry[],
  { handover, head }: VisitorConversation,
): Readonly<EventTexts> => {
  const reading: Reading = {
    texts: new Map(),
    here: new Set(),
    latest: '',
    joinedAt: 0,
    isAwaited: false,
    head,
  };
  for (const entry of entries) if (entry.kind === 'event') READERS[entry.event]?.(reading, entry);
  const { texts, latest, joinedAt } = reading;
  const { joined, willLeave } = words.thread;
  if (handover?.state === 'joined' && handover.to === latest && joinedAt > 0)
    texts.set(joinedAt, `${joined(latest)} ${willLeave(handover.from)}`);
  return reading;
};
