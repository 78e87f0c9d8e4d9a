import { useEffect } from 'preact/hooks';
import type { VisitorConversation } from '@warmline/contracts';
import type { Chat } from '../conversation/chat';
import { words } from '../language/catalogue';
import { ConfirmButton } from '../page/confirm-button';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';

interface CheckInProps {
  readonly chat: Chat;
  readonly view: VisitorConversation;
}

/** Asks a visitor who has been silent whether they are there. It covers nothing, and the focus stays where it is. */
export const CheckInCard = ({ chat, view }: CheckInProps) => {
  const { announcer } = usePage();
  const answered = useSignal(chat.silence.answered);
  const asked = view.askedIfHere;
  const seq = asked === undefined || asked.seq === answered ? null : asked.seq;
  const { silence } = words;
  useEffect(() => {
    if (seq !== null) announcer.say(silence.ask);
  }, [seq, silence, announcer]);
  if (asked === undefined || seq === null) return null;
  return (
    <div class="notice check-in" role="group" aria-label={silence.label}>
      <p>{silence.ask}</p>
      <div class="row">
        <button type="button" onClick={() => chat.silence.answer(seq, 'here')}>
          {silence.here}
        </button>
        <button type="button" onClick={() => chat.silence.answer(seq, 'more_time')}>
          {silence.moreTime}
        </button>
        {asked.canEnd && (
          <ConfirmButton
            label={silence.end}
            ask={silence.endAsk}
            yes={silence.endYes}
            no={silence.endNo}
            onYes={() => chat.end()}
          />
        )}
      </div>
    </div>
  );
};
