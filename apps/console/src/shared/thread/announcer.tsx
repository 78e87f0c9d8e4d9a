import { useCallback, useEffect, useRef, useState } from 'react';
import type { Entry } from '@warmline/contracts';
import { happeningWords, isNamed, senderOf, type ThreadNames } from './entry-line';
import { threadWords } from './thread-words';

const TYPING_SAID_EVERY_MS = 30_000;

export interface AnnouncerProps {
  readonly entries: readonly Entry[];
  readonly isTyping: boolean;
  readonly visitorName: string;
  readonly ownName: string | null;
}

interface Said {
  readonly number: number;
  readonly text: string;
}

/** Speaks only the newest words of the other side, politely; the list itself stays silent. */
export const Announcer = ({ entries, isTyping, visitorName, ownName }: AnnouncerProps) => {
  const spoken = useRef<number | null>(null);
  const typingSaidAt = useRef(Number.NEGATIVE_INFINITY);
  const [said, setSaid] = useState<Said>({ number: 0, text: '' });
  const say = useCallback((text: string) => setSaid(({ number }) => ({ number: number + 1, text })), []);

  useEffect(() => {
    const before = spoken.current;
    spoken.current = entries.length;
    // What was there on opening is read by the person, not spoken all at once.
    if (before === null || before === 0) return;
    const fresh = entries.slice(before).filter((entry) => !isBy(ownName, entry));
    if (fresh.length > 0)
      say(fresh.map((entry) => sayEntry(entry, { visitor: visitorName, own: ownName })).join(' '));
  }, [entries, ownName, say, visitorName]);

  useEffect(() => {
    const now = performance.now();
    if (!isTyping || now - typingSaidAt.current < TYPING_SAID_EVERY_MS) return;
    typingSaidAt.current = now;
    say(threadWords.typing(visitorName));
  }, [isTyping, say, visitorName]);

  return (
    <p className="ui-unseen" role="status">
      {/* A new element each time: a screen reader speaks the same words again only when they are added again. */}
      <span key={said.number}>{said.text}</span>
    </p>
  );
};

const isBy = (ownName: string | null, entry: Entry): boolean =>
  entry.kind === 'message' && entry.from === 'responder' && entry.name === ownName;

/** Heard apart from a colleague with the same name. */
const saidBy = (from: 'visitor' | 'responder', names: ThreadNames) =>
  from === 'visitor' && isNamed(names) ? threadWords.visitorSaid : threadWords.said;

const sayEntry = (entry: Entry, names: ThreadNames): string =>
  entry.kind === 'event'
    ? happeningWords(entry)
    : saidBy(entry.from, names)(senderOf(entry, names), entry.body ?? threadWords.unreadable);
