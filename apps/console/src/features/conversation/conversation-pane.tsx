import { Link } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import type { CaseloadItem, Desk } from '@warmline/contracts';
import { Banner, BannerStack, Button, Empty } from '@warmline/ui';
import type { EndReason } from '@warmline/vocabulary';
import type { Place } from '../../shared/desk/colour-slots';
import {
  askForComposer,
  askForHandover,
  setEnding,
  showPane,
  showTab,
  useDeskView,
} from '../../shared/desk/desk-view';
import { setDraft, useDraft } from '../../shared/desk/drafts';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useCatchFocus } from '../../shared/page/catch-focus';
import { isInDanger } from '../../shared/safety/danger';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { CopyButton } from '../../shared/thread/copy-button';
import { Thread } from '../../shared/thread/thread';
import { EndingStrip } from './ask-to-end';
import { Composer } from './composer';
import { ConversationHeader } from './conversation-header';
import { conversationWords } from './conversation-words';
import './conversation-pane.css';
import './conversation-room.css';
import { EndDialog } from './end-dialog';
import { TimeLeft } from './time-left';

/** Endings without a goodbye: nobody knows what became of the person, which is hard. */
const VANISHED: readonly EndReason[] = ['went_quiet', 'connection_lost', 'quick_exit'];

/** One object, since a new one at each look would look like a change. */
const NOTHING: readonly CaseloadItem[] = [];

/** What a person without a conversation is told. Being available does not mean that offers come. */
const idleWords = ({ me, wellbeing: { shift, obstacles } }: Desk): string => {
  const { idleAway, idleAvailable, idleCheckIn, idleHeld } = conversationWords;
  const isOff = obstacles.some(({ reason }) => reason === 'hours_over' || reason === 'between_shifts');
  if (shift === null) return isOff ? idleHeld : idleCheckIn;
  if (me.availability === 'away') return idleAway;
  return obstacles.length === 0 ? idleAvailable : idleHeld;
};

const NothingChosen = () => {
  const desk = useLive((live) => live.desk);
  if (desk === null) return null;
  if (desk.caseload.length > 0)
    return (
      <>
        <h1 className="ui-unseen">{conversationWords.desk}</h1>
        <Empty icon="speech" title={conversationWords.choose}>
          {conversationWords.chooseMore}
        </Empty>
      </>
    );
  return (
    <>
      <h1 className="ui-unseen">{conversationWords.desk}</h1>
      <Empty
        icon="speech"
        title={conversationWords.idle}
        actions={<Link to="/practice">{conversationWords.idlePractise}</Link>}
      >
        {idleWords(desk)}
      </Empty>
    </>
  );
};

const EndedFoot = ({ item }: { readonly item: CaseloadItem }) => {
  const hasVanished = item.endReason !== null && VANISHED.includes(item.endReason);
  const toWrapUp = (): void => {
    showTab('wrap_up');
    showPane('side');
  };
  const title = useCatchFocus<HTMLParagraphElement>();
  return (
    <div className="talk__ended">
      <p className="talk__ended-title" ref={title} tabIndex={-1}>
        {hasVanished ? conversationWords.vanished : conversationWords.endedHere}
      </p>
      {hasVanished ? <p>{conversationWords.vanishedMore}</p> : null}
      <Button kind="main" onPress={toWrapUp}>
        {conversationWords.toWrapUp}
      </Button>
    </div>
  );
};

const LostFoot = ({ item }: { readonly item: CaseloadItem }) => {
  const client = useClient();
  const draft = useDraft(item.conversationId);
  const title = useCatchFocus<HTMLParagraphElement>();
  const putAway = (): void => {
    setDraft(item.conversationId, '');
    client.desk.putAway(item.conversationId);
  };
  return (
    <div className="talk__ended">
      <p className="talk__ended-title" ref={title} tabIndex={-1}>
        {conversationWords.lost}
      </p>
      <p>{conversationWords.lostMore}</p>
      {draft.trim() === '' ? null : <blockquote className="talk__kept">{draft}</blockquote>}
      <div className="talk__ended-acts">
        {draft.trim() === '' ? null : <CopyButton text={draft} />}
        <Button onPress={putAway}>{commonWords.dismiss}</Button>
      </div>
    </div>
  );
};

/** The visitor left quickly: nothing that is written now would be read. */
const LeftFoot = ({ item, name }: { readonly item: CaseloadItem; readonly name: string }) => {
  const draft = useDraft(item.conversationId);
  const title = useCatchFocus<HTMLParagraphElement>();
  return (
    <div className="talk__ended">
      <p className="talk__ended-title" ref={title} tabIndex={-1}>
        {conversationWords.noMoreReplies(name)}
      </p>
      {draft.trim() === '' ? null : (
        <>
          <blockquote className="talk__kept">{draft}</blockquote>
          <CopyButton text={draft} />
        </>
      )}
    </div>
  );
};

/** Whether nothing on the visitor's device leads back here. */
const useHasLeft = (conversationId: string): boolean =>
  useLive(
    (live) =>
      live.threads[conversationId]?.timeline.entries.some(
        (entry) => entry.kind === 'event' && entry.event === 'visitor_left',
      ) ?? false,
  );

/** In danger no timer ends it. */
const leftWords = ({ safety }: CaseloadItem, name: string): string =>
  isInDanger(safety) ? conversationWords.leftInDanger(name) : conversationWords.left(name);

interface NotesProps {
  readonly item: CaseloadItem;
  readonly name: string;
  readonly isLost: boolean;
}

const Notes = ({ item, name, isLost }: NotesProps) => {
  const hasLeft = useHasLeft(item.conversationId);
  const isAway = item.state === 'talking' && (hasLeft || !item.visitorPresent);
  return (
    <>
      {isAway ? (
        <Banner tone="notice">{hasLeft ? leftWords(item, name) : conversationWords.away(name)}</Banner>
      ) : null}
      {isLost || hasLeft ? null : <TimeLeft item={item} />}
    </>
  );
};

interface OpenProps {
  readonly item: CaseloadItem;
  readonly place: Place;
  readonly isLost: boolean;
  /** What else is told over a conversation that is held. */
  readonly notes: ReactNode;
  readonly call: ReactNode;
  readonly canHandOver: boolean;
}

const Foot = ({
  item,
  name,
  isLost,
  canHandOver,
}: Omit<OpenProps, 'place' | 'notes' | 'call'> & { readonly name: string }) => {
  const isEnding = useDeskView((view) => view.isEnding);
  const hasLeft = useHasLeft(item.conversationId);
  useShortcuts(
    isLost || item.state !== 'talking'
      ? {}
      : {
          reply: askForComposer,
          end: () => setEnding(true),
          ...(canHandOver ? { handOver: askForHandover } : {}),
        },
  );
  if (isLost) return <LostFoot item={item} />;
  if (item.state === 'wrap_up') return <EndedFoot item={item} />;
  return (
    <>
      {hasLeft ? <LeftFoot item={item} name={name} /> : <Composer item={item} name={name} />}
      {isEnding ? <EndDialog item={item} name={name} hasLeft={hasLeft} /> : null}
    </>
  );
};

const Open = ({ item, place, isLost, notes, call, canHandOver }: OpenProps) => {
  const client = useClient();
  const { conversationId } = item;
  const thread = useLive((live) => live.threads[conversationId]);
  const me = useLive((live) => live.desk?.me.name ?? null);
  const hasLeft = useHasLeft(conversationId);
  const onShown = useCallback(
    (seq: number) => client.desk.of(conversationId)?.markShown(seq),
    [client, conversationId],
  );
  const name = visitorCalled(item.visitorName, conversationId);
  return (
    // The focus comes here where a button of it is gone, as after End, before it falls to the whole page.
    <section className={`talk talk--place-${place}`} aria-label={conversationWords.open(name)} tabIndex={-1}>
      <ConversationHeader
        item={item}
        name={name}
        isMine={!isLost && item.state === 'talking'}
        call={call}
        canHandOver={canHandOver}
      />
      <div className="talk__strips">
        <BannerStack
          label={conversationWords.strips}
          more={commonWords.moreLines}
          fewer={commonWords.fewerLines}
        >
          {isLost ? null : <EndingStrip item={item} hasLeft={hasLeft} />}
          {notes}
          <Notes item={item} name={name} isLost={isLost} />
        </BannerStack>
      </div>
      {thread === undefined ? null : (
        <Thread
          thread={thread}
          visitorName={name}
          seenByVisitor={item.receipts.visitor}
          ownName={me}
          onShown={onShown}
          {...(isLost ? {} : { onRetry: (messageId) => client.desk.of(conversationId)?.retry(messageId) })}
          onDiscard={(messageId) => client.desk.of(conversationId)?.discard(messageId)}
        />
      )}
      <Foot item={item} name={name} isLost={isLost} canHandOver={canHandOver} />
    </section>
  );
};

export interface ConversationPaneProps {
  readonly notesOf: (item: CaseloadItem) => ReactNode;
  /** How a supervisor is called about it. */
  readonly callOf: (item: CaseloadItem) => ReactNode;
  /** Whether it may be handed over at all. */
  readonly canHandOver: boolean;
}

/** The conversation chosen, or why there is none. */
export const ConversationPane = ({ notesOf, callOf, canHandOver }: ConversationPaneProps) => {
  const caseload = useLive((live) => live.desk?.caseload ?? NOTHING);
  const lost = useLive((live) => live.lost);
  const places = useLive((live) => live.places);
  const selected = useDeskView((view) => view.selected);
  const held = caseload.find((item) => item.conversationId === selected);
  const item = held ?? lost.find((candidate) => candidate.conversationId === selected);
  if (item === undefined) return <NothingChosen />;
  const place = places[item.conversationId] ?? 1;
  return (
    <Open
      key={item.conversationId}
      item={item}
      place={place}
      isLost={held === undefined}
      notes={held === undefined ? null : notesOf(held)}
      call={held === undefined ? null : callOf(held)}
      canHandOver={canHandOver}
    />
  );
};
