import { Button as AriaButton } from 'react-aria-components/Button';
import { Mark } from '@warmline/ui';
import { selectConversation, useDeskView } from '../../shared/desk/desk-view';
import { unreadIn } from '../../shared/desk/pace';
import { commonWords } from '../../shared/i18n/common-words';
import type { Guest } from '../../shared/live/guests';
import { useLive } from '../../shared/live/live-provider';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { handoverReceiveWords } from './handover-receive-words';
import './handover.css';

const stateOf = ({ as, isOver, handover }: Guest): string => {
  const receive = handoverReceiveWords;
  if (as === 'receiver') return receive.comingState(handover.sender.name);
  return isOver ? receive.overState : receive.leavingState(handover.receiver?.name ?? '');
};

const Card = ({ guest }: { readonly guest: Guest }) => {
  const { conversationId, handover } = guest;
  const place = useLive((live) => live.places[conversationId] ?? 1);
  const thread = useLive((live) => live.threads[conversationId]);
  const isSelected = useDeskView((view) => view.selected === conversationId);
  const unread = thread === undefined || guest.isOver ? 0 : unreadIn(thread.timeline.entries, thread.shown);
  return (
    <li>
      <AriaButton
        className={`guest-card guest--place-${place}${isSelected ? ' guest-card--selected' : ''}`}
        aria-current={isSelected}
        onPress={() => selectConversation(conversationId)}
      >
        <span className="guest-card__top">
          <VisitorName
            className="guest-card__name"
            name={handover.visitorName}
            conversationId={handover.conversationId}
          />
          {unread === 0 ? null : <Mark tone="strong">{commonWords.unread(unread)}</Mark>}
        </span>
        {guest.isOver ? null : (
          <span className="guest-card__marks">
            <SafetyMark safety={handover.safety} />
          </span>
        )}
        <span className="guest__hint">{stateOf(guest)}</span>
      </AriaButton>
    </li>
  );
};

/** Conversations on their way to this person or just handed over: read, not held. */
export const GuestList = () => {
  const guests = useLive((live) => live.guests);
  if (guests.length === 0) return null;
  return (
    <section className="guest-list" aria-label={handoverReceiveWords.coming}>
      <h2 className="desk__heading">{handoverReceiveWords.coming}</h2>
      <ul className="guest-list__cards">
        {guests.map((guest) => (
          <Card key={guest.conversationId} guest={guest} />
        ))}
      </ul>
    </section>
  );
};
