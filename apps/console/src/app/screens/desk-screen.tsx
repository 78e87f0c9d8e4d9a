import { useEffect, useRef } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Button, Tabs, type TabPage } from '@warmline/ui';
import { CaseloadList } from '../../features/caseload/caseload-list';
import { ResourcesPanel } from '../../features/content/resources-panel';
import { SnippetsPanel } from '../../features/content/snippets-panel';
import { ConversationPane } from '../../features/conversation/conversation-pane';
import { OfferSlot } from '../../features/offer/offer-slot';
import { WrapUpForm } from '../../features/wrap-up/wrap-up-form';
import {
  askForResources,
  preselectConversation,
  selectConversation,
  showPane,
  showTab,
  useDeskView,
  type SideTab,
} from '../desk-view';
import { Veil } from '../frame/veil';
import { useLive } from '../live/live-provider';
import { inOrder } from '../places';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { words } from '../words';
import './desk-screen.css';

const NOTHING: readonly CaseloadItem[] = [];

const useOrdered = (): readonly CaseloadItem[] => inOrder(useLive((live) => live.desk?.caseload ?? NOTHING));

/**
 * Something of one's own is always open: the first, when nothing was chosen or what was chosen has left. One just
 * accepted is not there yet and is waited for; nothing ever takes the place of one that is open.
 */
const useSelected = (items: readonly CaseloadItem[]): CaseloadItem | null => {
  const selected = useDeskView((view) => view.selected);
  const lost = useLive((live) => live.lost);
  const wasThere = useRef<string | null>(null);
  const isThere = [...items, ...lost].some((item) => item.conversationId === selected);
  const first = items[0]?.conversationId;
  useEffect(() => {
    if (isThere) wasThere.current = selected;
    else if (first !== undefined && selected === wasThere.current) preselectConversation(first);
  }, [isThere, selected, first]);
  return items.find((item) => item.conversationId === selected) ?? null;
};

const useMoves = (items: readonly CaseloadItem[], current: CaseloadItem | null): void => {
  const at = current === null ? -1 : items.indexOf(current);
  const go = (index: number): void => {
    const next = items[index];
    if (next !== undefined) selectConversation(next.conversationId);
  };
  useShortcuts({
    next: () => go((at + 1) % Math.max(1, items.length)),
    previous: () => go((at - 1 + items.length) % Math.max(1, items.length)),
    first: () => go(0),
    second: () => go(1),
    third: () => go(2),
    resources: askForResources,
  });
};

const Side = ({ current }: { readonly current: CaseloadItem | null }) => {
  const tab = useDeskView((view) => view.tab);
  const writable = current?.state === 'talking' ? current.conversationId : null;
  const isWrapUp = current?.state === 'wrap_up';
  const wrapUpPage: readonly TabPage<SideTab>[] = isWrapUp
    ? [
        {
          key: 'wrap_up',
          title: words.panel.wrapUp,
          page: <WrapUpForm key={current.conversationId} item={current} />,
        },
      ]
    : [];
  const pages: readonly TabPage<SideTab>[] = [
    ...wrapUpPage,
    { key: 'resources', title: words.panel.resources, page: <ResourcesPanel conversationId={writable} /> },
    { key: 'snippets', title: words.panel.snippets, page: <SnippetsPanel conversationId={writable} /> },
  ];
  const selected = pages.some((page) => page.key === tab) ? tab : 'resources';
  return <Tabs label={words.panel.label} pages={pages} selected={selected} onSelect={showTab} />;
};

/** A conversation that ends while it is open brings its wrap-up forward, once. */
const useWrapUpComesForward = (current: CaseloadItem | null): void => {
  const key = current?.state === 'wrap_up' ? current.conversationId : null;
  useEffect(() => {
    if (key !== null) showTab('wrap_up');
  }, [key]);
};

export const DeskScreen = () => {
  const items = useOrdered();
  const current = useSelected(items);
  const pane = useDeskView((view) => view.pane);
  useMoves(items, current);
  useWrapUpComesForward(current);
  return (
    <div className={`desk desk--${pane}`}>
      <div className="desk__mine">
        <div className="desk__list">
          <CaseloadList />
        </div>
        <OfferSlot />
      </div>
      <Veil>
        <div className="desk__talk">
          <ConversationPane />
        </div>
        <aside className="desk__side" aria-label={words.panel.label}>
          <div className="desk__back">
            <Button kind="quiet" size="small" onPress={() => showPane('talk')}>
              {words.conversation.backToThread}
            </Button>
          </div>
          <Side current={current} />
        </aside>
      </Veil>
    </div>
  );
};
