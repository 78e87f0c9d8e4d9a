import { useCallback } from 'react';
import { Banner, Button } from '@warmline/ui';
import { BackToMine } from '../../shared/desk/back-to-mine';
import type { Place } from '../../shared/desk/colour-slots';
import { askForComposer } from '../../shared/desk/desk-view';
import { setDraft, useDraft } from '../../shared/desk/drafts';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import type { Guest } from '../../shared/live/guests';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useCatchFocus } from '../../shared/page/catch-focus';
import { useAct } from '../../shared/page/use-act';
import { VisitorMark } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { CopyButton } from '../../shared/thread/copy-button';
import { Thread } from '../../shared/thread/thread';
import { handoverReceiveWords } from './handover-receive-words';
import { PinnedBrief } from './pinned-brief';
import './handover.css';

const stateWords = ({ as, isOver, handover }: Guest): string => {
  const receive = handoverReceiveWords;
  const { sender, receiver, state, mustLeave } = handover;
  const visitor = visitorCalled(handover.visitorName, handover.conversationId);
  const to = receiver?.name ?? '';
  if (as === 'sender') return isOver ? receive.over(to, visitor) : receive.leaving(to, visitor);
  if (state === 'visitor_asked') return receive.asked(visitor, sender.name);
  return mustLeave ? receive.joinedMustLeave(visitor, sender.name) : receive.joined(visitor, sender.name);
};

const hintOf = ({ handover }: Guest): string => {
  const receive = handoverReceiveWords;
  if (!handover.briefRead) return receive.takeFirst;
  return handover.state === 'joined' ? receive.takeReady(handover.sender.name) : receive.takeWait;
};

/** The one way on for a receiver: writing, once the brief is read and the visitor knows. */
const ReceiverFoot = ({ guest }: { readonly guest: Guest }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const { handover } = guest;
  const isReady = handover.state === 'joined' && handover.briefRead;
  const take = async (): Promise<void> => {
    if (await act(() => client.send('handover:take_control', { handoverId: handover.id }))) askForComposer();
  };
  return (
    <div className="guest__foot">
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button
        kind="main"
        isDisabled={!isReady}
        isBusy={isBusy}
        aria-describedby="guest-hint"
        onPress={() => void take()}
      >
        {isBusy ? handoverReceiveWords.taking : handoverReceiveWords.takeControl}
      </Button>
      <p className="guest__hint" id="guest-hint">
        {hintOf(guest)}
      </p>
    </div>
  );
};

/** What the one who handed over still has here: words never sent, and the way to put it all away. */
const SenderFoot = ({ guest }: { readonly guest: Guest }) => {
  const client = useClient();
  const { conversationId, isOver } = guest;
  const draft = useDraft(conversationId);
  const place = useCatchFocus<HTMLParagraphElement>();
  const putAway = (): void => {
    setDraft(conversationId, '');
    client.desk.putAway(conversationId);
  };
  return (
    <div className="guest__foot">
      <p className="guest__told" ref={place} tabIndex={-1}>
        {stateWords(guest)}
      </p>
      {isOver ? <p className="guest__hint">{handoverReceiveWords.overMore}</p> : null}
      {draft.trim() === '' ? null : (
        <>
          <p className="guest__hint">{handoverReceiveWords.kept}</p>
          <blockquote className="guest__kept">{draft}</blockquote>
        </>
      )}
      <div className="guest__acts">
        {draft.trim() === '' ? null : <CopyButton text={draft} />}
        {isOver ? <Button onPress={putAway}>{commonWords.dismiss}</Button> : null}
      </div>
    </div>
  );
};

const GuestHeader = ({ guest, name }: { readonly guest: Guest; readonly name: string }) => {
  const title = useCatchFocus<HTMLHeadingElement>();
  return (
    <header className="guest__header">
      <BackToMine />
      <div className="guest__who">
        <h1 className="guest__name" ref={title} tabIndex={-1}>
          <bdi>{name}</bdi>
        </h1>
        <VisitorMark name={name} />
        {guest.isOver ? null : <SafetyMark safety={guest.handover.safety} />}
        <p className="guest__hint">
          {guest.as === 'receiver'
            ? handoverReceiveWords.comingState(guest.handover.sender.name)
            : handoverReceiveWords.leavingState(guest.handover.receiver?.name ?? '')}
        </p>
      </div>
    </header>
  );
};

/** What is written, as far as it may be read, and by whom. */
const GuestThread = ({ guest, name }: { readonly guest: Guest; readonly name: string }) => {
  const client = useClient();
  const { conversationId, handover, as } = guest;
  const thread = useLive((live) => live.threads[conversationId]);
  const me = useLive((live) => live.desk?.me.name ?? null);
  const onShown = useCallback(
    (seq: number) => client.desk.of(conversationId)?.markShown(seq),
    [client, conversationId],
  );
  if (thread === undefined) return null;
  return (
    <Thread
      thread={thread}
      visitorName={name}
      seenByVisitor={null}
      ownName={me}
      writer={(as === 'receiver' ? handover.sender : handover.receiver)?.name ?? ''}
      onShown={onShown}
      onDiscard={(messageId) => client.desk.of(conversationId)?.discard(messageId)}
    />
  );
};

export interface GuestPaneProps {
  readonly guest: Guest;
  readonly place: Place;
}

/** A conversation that is read and not held: one coming, with its brief, or one just handed over. */
export const GuestPane = ({ guest, place }: GuestPaneProps) => {
  const name = visitorCalled(guest.handover.visitorName, guest.conversationId);
  const isComing = guest.as === 'receiver';
  return (
    <section className={`guest guest--place-${place}`} aria-label={handoverReceiveWords.readOnly(name)}>
      <GuestHeader guest={guest} name={name} />
      {isComing ? (
        <>
          <Banner icon="hand">{stateWords(guest)}</Banner>
          <PinnedBrief handover={guest.handover} />
        </>
      ) : null}
      <GuestThread guest={guest} name={name} />
      {isComing ? <ReceiverFoot guest={guest} /> : <SenderFoot guest={guest} />}
    </section>
  );
};
