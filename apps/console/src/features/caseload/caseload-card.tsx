import { Button as AriaButton } from 'react-aria-components/Button';
import type { CaseloadItem, Entry } from '@warmline/contracts';
import { Mark } from '@warmline/ui';
import { revealHidden } from '@warmline/vocabulary';
import type { Place } from '../../shared/desk/colour-slots';
import { TurnClock } from '../../shared/desk/turn-clock';
import { UnreadMark } from '../../shared/desk/unread-mark';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { useIsHidden } from '../../shared/page/privacy';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { caseloadWords } from './caseload-words';
import { HandoverDue } from './handover-due';

/** More does not fit into a line, in letters. */
const LAST_WORDS = 120;
const NO_ENTRIES: readonly Entry[] = [];

export interface CaseloadCardProps {
  readonly item: CaseloadItem;
  readonly place: Place;
  readonly isSelected: boolean;
  readonly isLost?: boolean;
  readonly onSelect: () => void;
}

/** The last thing they wrote, in one line. It is hidden with the messages. */
const LastWords = ({ item }: { readonly item: CaseloadItem }) => {
  const { conversationId, visitorName } = item;
  const entries = useLive((live) => live.threads[conversationId]?.timeline.entries ?? NO_ENTRIES);
  const isHidden = useIsHidden();
  const last = entries.filter((entry) => entry.kind === 'message' && entry.from === 'visitor').at(-1);
  if (isHidden || last?.kind !== 'message' || last.body === null) return null;
  return (
    <span className="card__last" dir="auto">
      {caseloadWords.lastWords(
        visitorCalled(visitorName, conversationId),
        revealHidden(last.body.slice(0, LAST_WORDS)),
      )}
    </span>
  );
};

const ObservedMark = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <Mark tone="accent" icon="eye">
      {caseloadWords.observed(names.join(', '))}
    </Mark>
  );

const stateOf = (item: CaseloadItem, isLost: boolean): string => {
  if (isLost) return caseloadWords.lost;
  if (item.state === 'wrap_up') return caseloadWords.ended;
  return item.visitorPresent ? caseloadWords.talking : caseloadWords.away;
};

/** One conversation in the list of mine: who, how long, and whether someone waits for a word. */
export const CaseloadCard = (props: CaseloadCardProps) => {
  const { item, place, isSelected, isLost = false, onSelect } = props;
  const now = useNow();
  const isTalking = item.state === 'talking' && !isLost;
  const until = item.endedAt ?? now;
  return (
    <li>
      <AriaButton
        className={`card card--place-${place}${isSelected ? ' card--selected' : ''}`}
        aria-current={isSelected}
        onPress={onSelect}
      >
        <span className="card__top">
          <VisitorName className="card__name" name={item.visitorName} conversationId={item.conversationId} />
          <UnreadMark conversationId={item.conversationId} />
        </span>
        <SafetyMark safety={item.safety} />
        <span className="card__state">
          {stateOf(item, isLost)} · {caseloadWords.for(minutesBetween(item.talkingSince, until))}
        </span>
        {isTalking ? <TurnClock item={item} now={now} /> : null}
        {isTalking ? <LastWords item={item} /> : null}
        {isTalking ? <ObservedMark names={item.observers} /> : null}
      </AriaButton>
      {isTalking ? <HandoverDue item={item} /> : null}
    </li>
  );
};
