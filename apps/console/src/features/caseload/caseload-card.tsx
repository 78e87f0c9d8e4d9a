import { Button as AriaButton } from 'react-aria-components/Button';
import type { CaseloadItem } from '@warmline/contracts';
import { Mark } from '@warmline/ui';
import type { Place } from '../../shared/desk/colour-slots';
import { clocksOf, paceOf, unreadIn } from '../../shared/desk/pace';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { caseloadWords } from './caseload-words';
import { HandoverDue } from './handover-due';

export interface CaseloadCardProps {
  readonly item: CaseloadItem;
  readonly place: Place;
  readonly isSelected: boolean;
  readonly isLost?: boolean;
  readonly onSelect: () => void;
}

const PaceMark = ({ item, now }: { readonly item: CaseloadItem; readonly now: number }) => {
  const thread = useLive((live) => live.threads[item.conversationId]);
  const pace = paceOf(clocksOf(item, thread?.timeline.entries ?? []), now);
  if (pace.name === 'waits')
    return (
      <Mark tone="notice" icon="clock">
        {caseloadWords.waits(pace.minutes)}
      </Mark>
    );
  if (pace.name === 'quiet') return <Mark icon="clock">{caseloadWords.quiet(pace.minutes)}</Mark>;
  return null;
};

const ObservedMark = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <Mark tone="accent" icon="eye">
      {caseloadWords.observed(names.join(', '))}
    </Mark>
  );

const UnreadMark = ({ conversationId }: { readonly conversationId: string }) => {
  const thread = useLive((live) => live.threads[conversationId]);
  const unread = thread === undefined ? 0 : unreadIn(thread.timeline.entries, thread.shown);
  return unread === 0 ? null : <Mark tone="strong">{commonWords.unread(unread)}</Mark>;
};

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
          <VisitorName className="card__name" name={item.visitorName} />
          <UnreadMark conversationId={item.conversationId} />
        </span>
        <SafetyMark safety={item.safety} />
        <span className="card__state">
          {stateOf(item, isLost)} · {caseloadWords.for(minutesBetween(item.talkingSince, until))}
        </span>
        {isTalking ? <PaceMark item={item} now={now} /> : null}
        <ObservedMark names={item.observers} />
      </AriaButton>
      {isTalking ? <HandoverDue item={item} /> : null}
    </li>
  );
};
