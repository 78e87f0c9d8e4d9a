import { useEffect, useRef } from 'preact/hooks';
import type { VisitorConversation } from '@warmline/contracts';
import { ConnectionBanner } from '../connection/connection-banner';
import { words } from '../language/catalogue';
import { ConfirmButton } from '../page/confirm-button';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { useSignal } from '../page/use-signal';
import { ProofNotice } from '../proof/proof-notice';
import { waitWords } from '../waiting/wait-estimate';
import { WaitingWords } from '../waiting/waiting-panel';
import type { Chat } from './chat';
import { Composer } from './composer';
import { readEvents, type EventTexts } from './event-texts';
import { Thread } from './thread';

/** Why they wait again: nobody comes back who is signed out. */
const lostWords = ({ wait, responderLeft }: VisitorConversation, latest: string): string | null => {
  const { lost, gone } = words.talking;
  if (latest === '' || wait === 'nobody_on') return null;
  return responderLeft ? gone(latest) : lost(latest);
};

/** What happens with the other person, in one line; null when there is nothing to say. */
const presenceWords = (view: VisitorConversation, { here, latest }: EventTexts): string | null => {
  const { state, responder, handover } = view;
  const { lost, lostBut, joining } = words.talking;
  if (state === 'waiting') return lostWords(view, latest);
  if (responder === null) return null;
  const { name, present } = responder;
  if (present) return here.has(name) ? null : joining(name);
  return handover?.state === 'joined' && handover.to !== name ? lostBut(name, handover.to) : lost(name);
};

const settlingWords = ({ handover }: VisitorConversation): string | null =>
  handover?.state === 'joined'
    ? `${words.thread.joined(handover.to)} ${words.thread.willLeave(handover.from)}`
    : null;

/** The line to read out. While the visitor waits for a first responder, or no one is on shift, it is the wait. */
const spokenWords = (view: VisitorConversation, presence: string | null, isBack: boolean): string | null => {
  const { nobody_on: nobody, nobodyMore, back } = words.waiting;
  const isWaiting = view.state === 'waiting';
  if (isWaiting && view.wait === 'nobody_on') return `${nobody} ${nobodyMore}`;
  const line = presence ?? settlingWords(view);
  if (line !== null || !isWaiting) return line;
  const { expect } = waitWords(view.wait);
  return isBack ? `${back} ${expect}` : expect;
};

/** Reads out that the other person is there again: the line that said otherwise goes, and nothing else would tell. */
const useReturn = ({ state, responder }: VisitorConversation, isQuiet: boolean): void => {
  const { announcer } = usePage();
  const gone = useRef<string | null>(null);
  const held = state === 'talking' ? responder : null;
  const name = held?.name ?? null;
  const isAway = held?.present === false;
  useEffect(() => {
    if (isQuiet && !isAway && name !== null && gone.current === name)
      announcer.say(words.thread.isHere(name));
    gone.current = isAway ? name : null;
  }, [isQuiet, isAway, name, announcer]);
};

/** Reads the line out whenever it changes, with one apology. */
const useSpoken = (view: VisitorConversation, presence: string | null, isBack: boolean): void => {
  const { announcer } = usePage();
  const hasApologised = useRef(false);
  const { sorry } = waitWords(view.wait);
  const line = presence ?? settlingWords(view);
  const spoken = spokenWords(view, presence, isBack);
  const apology = line === null ? sorry : null;
  useEffect(() => {
    if (spoken === null) return;
    announcer.say(apology === null || hasApologised.current ? spoken : `${apology} ${spoken}`);
    hasApologised.current = apology !== null;
  }, [spoken, apology, announcer]);
  useReturn(view, spoken === null);
};

/** No one was on shift, and someone is again: said until someone joins. */
const useBack = ({ state, wait }: VisitorConversation): boolean => {
  const wasAlone = useRef(false);
  if (state !== 'waiting') wasAlone.current = false;
  else if (wait === 'nobody_on') wasAlone.current = true;
  return wasAlone.current && wait !== 'nobody_on';
};

const titleOf = ({ responder }: VisitorConversation): string =>
  responder === null ? words.waiting.title : words.talking.title(responder.name);

interface LiveProps {
  readonly chat: Chat;
  readonly view: VisitorConversation;
}

/** Shown only while this page is online: otherwise it knows nothing about the other person's connection. */
const Presence = ({ chat, text }: { readonly chat: Chat; readonly text: string | null }) => {
  const isOnline = useSignal(chat.connection).name === 'online';
  return text !== null && isOnline ? <p class="notice">{text}</p> : null;
};

const Typing = ({ chat, view }: LiveProps) => {
  const { announcer } = usePage();
  const isTyping = useSignal(chat.typing.typing);
  const name = view.responder?.name ?? null;
  const text = isTyping && name !== null ? words.talking.typing(name) : '';
  useEffect(() => {
    if (text !== '') announcer.sayTyping(text, Date.now());
  }, [text, announcer]);
  return <p class="typing">{text}</p>;
};

const ProofBeside = ({ chat, view }: LiveProps) => {
  const state = useSignal(chat.proof.state);
  if (state !== 'cannot') return state && <ProofNotice progress={state} text={words.proof.beside} />;
  return view.needsProof === true ? <ProofNotice progress={null} text={words.proof.stays} /> : null;
};

/** What the visitor is asked above the message box. */
const Asked = ({ chat, view }: LiveProps) => {
  const parts = useSignal(usePage().later.parts);
  const isEnding = useSignal(chat.endRequested);
  return (
    parts && (
      <>
        <parts.HandoverNotice chat={chat} />
        {!isEnding && <parts.CheckInCard chat={chat} view={view} />}
      </>
    )
  );
};

const BesideWait = ({ view }: Pick<LiveProps, 'view'>) => {
  const parts = useSignal(usePage().later.parts);
  return parts && <parts.WhileWaiting view={view} />;
};

/** Waiting and talking are one screen, so that the text being written and the focus stay as they are. */
export const LiveScreen = ({ chat, view }: LiveProps) => {
  const { entries } = useSignal(chat.thread);
  const isEnding = useSignal(chat.endRequested);
  const isWaiting = view.state === 'waiting';
  const told = readEvents(entries, view);
  const presence = presenceWords(view, told);
  const isBack = useBack(view);
  useSpoken(view, presence, isBack);
  const { talking, waiting } = words;
  const end = (): void => chat.end();
  const lost = <Presence chat={chat} text={presence} />;
  return (
    <div class={`screen live ${view.state}`}>
      <div class="live-head">
        <ScreenHeading text={titleOf(view)} />
        {!isWaiting && !isEnding && (
          <ConfirmButton
            label={talking.end}
            ask={talking.endAsk}
            yes={talking.endYes}
            no={talking.endNo}
            onYes={end}
          />
        )}
      </div>
      {isWaiting && (
        <>
          {lost}
          <WaitingWords view={view} isHeld={presence === null} isBack={isBack} />
          <ProofBeside chat={chat} view={view} />
        </>
      )}
      <Thread chat={chat} texts={told.texts} />
      <div class="foot">
        {!isWaiting && (
          <>
            <Typing chat={chat} view={view} />
            {lost}
          </>
        )}
        <Asked chat={chat} view={view} />
        {isEnding && <p class="notice">{talking.ending}</p>}
        <ConnectionBanner chat={chat} />
        <Composer chat={chat} isWaiting={isWaiting} />
      </div>
      {isWaiting && !isEnding && (
        <div class="while-waiting">
          <BesideWait view={view} />
          <ConfirmButton
            label={waiting.stop}
            ask={waiting.stopAsk}
            yes={waiting.stopYes}
            no={waiting.stopNo}
            onYes={end}
          />
        </div>
      )}
    </div>
  );
};
