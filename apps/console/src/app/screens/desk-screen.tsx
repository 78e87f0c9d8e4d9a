import { useEffect, useRef, type ReactNode } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Button, Tabs, type TabPage } from '@warmline/ui';
import { CaseloadList } from '../../features/caseload/caseload-list';
import { contentWords } from '../../features/content/content-words';
import { ResourcesPanel } from '../../features/content/resources-panel';
import { StartersPanel } from '../../features/content/starters-panel';
import { ConversationPane } from '../../features/conversation/conversation-pane';
import { conversationWords } from '../../features/conversation/conversation-words';
import { GuestList } from '../../features/handover/guest-list';
import { GuestPane } from '../../features/handover/guest-pane';
import { HandoverEnded } from '../../features/handover/handover-ended';
import { HandoverNotes } from '../../features/handover/handover-notes';
import { HandoverOffer } from '../../features/handover/handover-offer';
import { HandoverPanel } from '../../features/handover/handover-panel';
import { handoverFormWords } from '../../features/handover/handover-words';
import { CallButton } from '../../features/help/call-button';
import { helpWords } from '../../features/help/help-words';
import { NotesPanel } from '../../features/notes/notes-panel';
import { notesWords } from '../../features/notes/notes-words';
import { OfferSlot } from '../../features/offer/offer-slot';
import { PrivateLane } from '../../features/private-lane/private-lane';
import { SafetyPanel, useHasUrgentCall } from '../../features/safety/safety-panel';
import { safetyPanelWords } from '../../features/safety/safety-panel-words';
import { WrapUpForm } from '../../features/wrap-up/wrap-up-form';
import { inOrder } from '../../shared/desk/colour-slots';
import {
  askForNote,
  askForResources,
  askForSafety,
  leaveSide,
  preselectConversation,
  selectConversation,
  showPane,
  showTab,
  useDeskView,
  type SideTab,
} from '../../shared/desk/desk-view';
import { askedOf } from '../../shared/handover/handover-roles';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import type { Guest } from '../../shared/live/guests';
import { useLive } from '../../shared/live/live-provider';
import { isInDanger } from '../../shared/safety/danger';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import './desk-screen.css';

const NOTHING: readonly CaseloadItem[] = [];

const useOrdered = (): readonly CaseloadItem[] => inOrder(useLive((live) => live.desk?.caseload ?? NOTHING));

/**
 * Something of one's own is always open: the first, when nothing was chosen or what was chosen has left. One just
 * accepted is not there yet and is waited for; nothing ever takes the place of one that is open.
 */
const useSelected = (ids: readonly string[]): string | null => {
  const selected = useDeskView((view) => view.selected);
  const lost = useLive((live) => live.lost);
  const wasThere = useRef<string | null>(null);
  const isThere =
    selected !== null && (ids.includes(selected) || lost.some((item) => item.conversationId === selected));
  const [first] = ids;
  useEffect(() => {
    if (isThere) wasThere.current = selected;
    else if (first !== undefined && selected === wasThere.current) preselectConversation(first);
  }, [isThere, selected, first]);
  return selected;
};

const useMoves = (ids: readonly string[], selected: string | null): void => {
  const at = selected === null ? -1 : ids.indexOf(selected);
  const go = (index: number): void => {
    const next = ids[index];
    if (next !== undefined) selectConversation(next);
  };
  useShortcuts({
    next: () => go((at + 1) % Math.max(1, ids.length)),
    previous: () => go((at - 1 + ids.length) % Math.max(1, ids.length)),
    first: () => go(0),
    second: () => go(1),
    third: () => go(2),
    resources: () => askForResources(),
    note: askForNote,
  });
};

const safetyPages = (current: CaseloadItem | null): readonly TabPage<SideTab>[] => {
  if (current === null) return [];
  const { conversationId, safety, state } = current;
  const epoch = state === 'talking' ? current.epoch : null;
  return [
    {
      key: 'safety',
      title: safetyPanelWords.tab,
      page: (
        <SafetyPanel key={conversationId} conversationId={conversationId} safety={safety} epoch={epoch} />
      ),
    },
  ];
};

const notesPage = ({ conversationId, visitorName, epoch }: CaseloadItem): TabPage<SideTab> => ({
  key: 'notes',
  title: notesWords.tab,
  page: (
    <NotesPanel
      key={conversationId}
      conversationId={conversationId}
      visitorName={visitorCalled(visitorName, conversationId)}
      epoch={epoch}
    />
  ),
});

const wrapUpPages = (current: CaseloadItem | null): readonly TabPage<SideTab>[] =>
  current?.state === 'wrap_up'
    ? [
        {
          key: 'wrap_up',
          title: contentWords.wrapUp,
          page: <WrapUpForm key={current.conversationId} item={current} />,
        },
      ]
    : [];

const handoverPages = (current: CaseloadItem | null): readonly TabPage<SideTab>[] =>
  current?.state === 'talking'
    ? [
        {
          key: 'handover',
          title: handoverFormWords.tab,
          page: <HandoverPanel key={current.conversationId} item={current} />,
        },
      ]
    : [];

interface SideProps {
  readonly current: CaseloadItem | null;
  readonly canHandOver: boolean;
}

const Side = ({ current, canHandOver }: SideProps) => {
  const tab = useDeskView((view) => view.tab);
  const writable = current?.state === 'talking' ? current.conversationId : null;
  const pages: readonly TabPage<SideTab>[] = [
    ...wrapUpPages(current),
    ...safetyPages(current),
    ...(current === null ? [] : [notesPage(current)]),
    {
      key: 'resources',
      title: contentWords.resources,
      page: <ResourcesPanel key={current?.conversationId ?? ''} conversationId={writable} />,
    },
    { key: 'starters', title: contentWords.starters, page: <StartersPanel conversationId={writable} /> },
    ...(canHandOver ? handoverPages(current) : []),
  ];
  const selected = pages.some((page) => page.key === tab) ? tab : 'resources';
  return <Tabs label={contentWords.label} pages={pages} selected={selected} onSelect={showTab} />;
};

/** A conversation that ends while it is open brings its wrap-up forward, once. */
const useWrapUpComesForward = (current: CaseloadItem | null): void => {
  const key = current?.state === 'wrap_up' ? current.conversationId : null;
  useEffect(() => {
    if (key !== null) showTab('wrap_up');
  }, [key]);
};

/** Says which danger it is, so that a new one is told apart; null while there is none. */
const dangerOf = ({ conversationId, safety }: CaseloadItem, isCalled: boolean): string | null =>
  isInDanger(safety) || isCalled ? [conversationId, safety.answer, safety.stepAt, isCalled].join('/') : null;

/** In danger the safety panel comes forward, once for each conversation and each change. */
const useSafetyComesForward = (current: CaseloadItem | null): void => {
  const isCalled = useHasUrgentCall(current?.conversationId ?? null);
  const key = current?.state === 'talking' ? dangerOf(current, isCalled) : null;
  useEffect(() => {
    if (key !== null) showTab('safety');
  }, [key]);
  useShortcuts(current === null ? {} : { safety: askForSafety });
};

/** The conversation chosen: held, or read while it changes hands. */
const SelectedConversation = ({
  selected,
  canHandOver,
}: {
  readonly selected: string | null;
  readonly canHandOver: boolean;
}) => {
  const guest = useLive((live) => live.guests.find((one) => one.conversationId === selected));
  const place = useLive((live) => live.places[selected ?? ''] ?? 1);
  if (guest !== undefined) return <GuestPane key={guest.conversationId} guest={guest} place={place} />;
  return (
    <ConversationPane
      canHandOver={canHandOver}
      notesOf={(item) => <HandoverNotes item={item} />}
      callOf={({ conversationId, visitorName }) => (
        <CallButton
          conversationId={conversationId}
          label={helpWords.callAbout(visitorCalled(visitorName, conversationId))}
        />
      )}
    />
  );
};

/** What is only read has nothing beside it: a narrow screen goes to the words that say why. */
const useGuestComesForward = (guests: readonly Guest[], selected: string | null): void => {
  const isGuest = guests.some((guest) => guest.conversationId === selected);
  useEffect(() => {
    if (isGuest) leaveSide();
  }, [isGuest]);
};

export interface DeskScreenProps {
  /** What is in the place of offers while someone practises. Nothing is offered then, nor handed over. */
  readonly practice?: ReactNode;
}

export const DeskScreen = ({ practice = null }: DeskScreenProps) => {
  const isReal = practice === null;
  const items = useOrdered();
  const guests = useLive((live) => live.guests);
  const asked = useLive(({ desk }) => (desk === null ? null : askedOf(desk)));
  const ids = [...items, ...guests].map((item) => item.conversationId);
  const selected = useSelected(ids);
  const current = items.find((item) => item.conversationId === selected) ?? null;
  const pane = useDeskView((view) => view.pane);
  useMoves(ids, selected);
  useWrapUpComesForward(current);
  useSafetyComesForward(current);
  useGuestComesForward(guests, selected);
  return (
    <div className={`desk desk--${pane}`}>
      <div className="desk__mine">
        <h1 className="ui-unseen desk__title">{commonWords.myConversations}</h1>
        {practice ?? (
          <OfferSlot
            handover={asked === null ? null : <HandoverOffer key={asked.id} handover={asked} />}
            ended={<HandoverEnded />}
          />
        )}
        <div className="desk__list">
          <CaseloadList />
          <GuestList />
        </div>
      </div>
      <div className="desk__open">
        <div className="desk__talk">
          <SelectedConversation selected={selected} canHandOver={isReal} />
        </div>
        <aside className="desk__side" aria-label={contentWords.label}>
          <div className="desk__back">
            <Button kind="quiet" size="small" onPress={() => showPane('talk')}>
              {conversationWords.backToThread}
            </Button>
          </div>
          <Side current={current} canHandOver={isReal} />
        </aside>
        {current?.state === 'talking' ? (
          <div className="desk__lane">
            <PrivateLane conversationId={current.conversationId} />
          </div>
        ) : null}
      </div>
    </div>
  );
};
