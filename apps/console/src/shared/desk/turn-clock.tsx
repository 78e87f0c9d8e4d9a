import type { CaseloadItem, Entry } from '@warmline/contracts';
import { Mark } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { visitorCalled } from '../i18n/visitor-name';
import { useLive } from '../live/live-provider';
import { isInDanger } from '../safety/danger';
import { clocksOf, DANGER_SILENCE_MIN, turnOf, WAITING_MARK_MIN, type Clocks } from './pace';
import './turn-clock.css';

const NO_ENTRIES: readonly Entry[] = [];

/** One's own conversation, as the desk or the live view tells of it. */
type Own = Clocks & Pick<CaseloadItem, 'conversationId' | 'visitorName' | 'safety'>;

/** One clock of one’s own visitor: whose turn it is, and for how long. One who waits long is marked. */
export const TurnClock = ({ item, now }: { readonly item: Own; readonly now: number }) => {
  const thread = useLive((live) => live.threads[item.conversationId]);
  const turn = turnOf(clocksOf(item, thread?.timeline.entries ?? NO_ENTRIES), now);
  if (turn.whose === 'theirs')
    return isInDanger(item.safety) && turn.minutes >= DANGER_SILENCE_MIN.said ? (
      <Mark tone="grave" icon="clock">
        {commonWords.silentInDanger(turn.minutes)}
      </Mark>
    ) : (
      <span className="turn-clock">{commonWords.lastWord(turn.minutes)}</span>
    );
  const words = turn.isForFirst ? commonWords.waitsForFirst : commonWords.hasWaited;
  const told = words(visitorCalled(item.visitorName, item.conversationId), turn.minutes);
  return turn.minutes < WAITING_MARK_MIN ? (
    <span className="turn-clock">{told}</span>
  ) : (
    <Mark tone="notice" icon="clock">
      {told}
    </Mark>
  );
};
