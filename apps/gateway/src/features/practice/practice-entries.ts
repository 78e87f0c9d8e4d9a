import type { Entry } from '@warmline/contracts';
import type { Line } from '@warmline/practice';
import { scenarioIn, type PlayedPractice } from './played-practice';

/** An id for what nobody made one for: the visitor's line with this number. Told apart within one practice alone. */
const numbered = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const JOINED = 900_000;
const ENDED = 900_001;

/** The timeline of a practice conversation: the beginning, every line, and the end. It only grows. */
export const entriesOf = ({ practice, play }: PlayedPractice): Entry[] => {
  const { beganAt, staffName } = practice;
  const visitorName = scenarioIn(practice)?.visitorName ?? '';
  const messageOf = ({ id, from, words: body, at }: Line, index: number): Entry => ({
    kind: 'message',
    seq: index + 2,
    id: typeof id === 'number' ? numbered(id) : id,
    from,
    name: from === 'visitor' ? visitorName : staffName,
    body,
    at: beganAt + at,
  });
  const joined: Entry = {
    kind: 'event',
    seq: 1,
    id: numbered(JOINED),
    event: 'joined',
    name: staffName,
    reason: null,
    at: beganAt,
  };
  const messages = play.lines.map(messageOf);
  if (play.ended === null) return [joined, ...messages];
  const { reason, at } = play.ended;
  const ended: Entry = {
    kind: 'event',
    seq: messages.length + 2,
    id: numbered(ENDED),
    event: 'ended',
    name: '',
    reason,
    at: beganAt + at,
  };
  return [joined, ...messages, ended];
};
