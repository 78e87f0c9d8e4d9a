import { useEffect } from 'preact/hooks';
import type { Refusal } from '@warmline/vocabulary';
import { ConnectionBanner } from '../connection/connection-banner';
import type { Ending } from '../ending/ended-screen';
import { words } from '../language/catalogue';
import { TurnedAwayByOpening, TurnedAway } from '../opening/arrive-screen';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { useSignal } from '../page/use-signal';
import { ProofNotice } from '../proof/proof-notice';
import { HelpBeside } from '../waiting/wait-estimate';
import type { Chat } from './chat';
import { LiveScreen } from './live-screen';

interface RefusedProps {
  readonly chat: Chat;
  readonly refusal: Refusal;
}

/** The end of a chat, and without its parts only that it has ended. */
const Ended = ({ chat, reason }: { readonly chat: Chat; readonly reason: Ending }) => {
  const { visit, later } = usePage();
  const parts = useSignal(later.parts);
  if (parts !== null) return <parts.EndedScreen chat={chat} reason={reason} />;
  const { title, again } = words.ended;
  return <TurnedAway title={title} lead={words.others} again={again} onAgain={() => visit.startOver()} />;
};

/** The service closed between two checks, so it is asked at once how it is now. */
const ClosedSinceCheck = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { visit } = usePage();
  const opening = useSignal(visit.opening.state);
  useEffect(() => visit.opening.check(), [visit]);
  return opening.name === 'turned_away' ? (
    <TurnedAwayByOpening opening={opening} onAgain={onAgain} />
  ) : (
    <TurnedAway title={words.turnedAway.closed.title} lead={words.others} onAgain={onAgain} />
  );
};

const Refused = ({ chat, refusal }: RefusedProps) => {
  const { visit } = usePage();
  const again = (): void => visit.startOver();
  if (refusal === 'protocol_mismatch')
    return <TurnedAway {...words.outdated} onAgain={() => location.reload()} />;
  if (refusal === 'service_closed') return <ClosedSinceCheck onAgain={again} />;
  if (refusal === 'proof_needed') return <TurnedAway {...words.proof.cannot} onAgain={again} />;
  if (refusal === 'not_found') return <Ended chat={chat} reason="gone" />;
  return <TurnedAway {...words.unreachable} onAgain={again} />;
};

const Starting = ({ chat }: { readonly chat: Chat }) => {
  const progress = useSignal(chat.proof.state);
  return (
    <div class="screen">
      <ScreenHeading text={words.starting.title} />
      {progress === null || progress === 'cannot' ? (
        <p class="lead">{words.starting.lead}</p>
      ) : (
        <>
          <ProofNotice progress={progress} text={words.proof.lead} />
          <HelpBeside />
        </>
      )}
      <ConnectionBanner chat={chat} />
    </div>
  );
};

export const ChatScreen = ({ chat }: { readonly chat: Chat }) => {
  const view = useSignal(chat.view);
  const connection = useSignal(chat.connection);
  const refusal = useSignal(chat.refusal) ?? (connection.name === 'refused' ? connection.refusal : null);
  if (view?.state === 'ended') return <Ended chat={chat} reason={view.endReason ?? 'visitor_ended'} />;
  if (refusal !== null) return <Refused chat={chat} refusal={refusal} />;
  return view === null ? <Starting chat={chat} /> : <LiveScreen chat={chat} view={view} />;
};
