import type { ReactNode } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Button, Icon } from '@warmline/ui';
import { BackToMine } from '../../shared/desk/back-to-mine';
import { askForHandover, setEnding, showPane } from '../../shared/desk/desk-view';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { VisitorMark } from '../../shared/page/visitor-name';
import { SafetyControl } from '../../shared/safety/safety-control';
import { shortcutAria } from '../../shared/shortcuts/shortcut';
import { isMac } from '../../shared/shortcuts/use-shortcuts';
import { conversationWords } from './conversation-words';
import { StageTracker } from './stage-tracker';

const SOFT_LENGTH_MIN = 45;

const lengthWords = (item: CaseloadItem, now: number): string => {
  if (item.endedAt !== null) return conversationWords.lasted(minutesBetween(item.talkingSince, item.endedAt));
  const minutes = minutesBetween(item.talkingSince, now);
  return minutes > SOFT_LENGTH_MIN
    ? conversationWords.lengthLong(minutes)
    : conversationWords.length(minutes);
};

export interface ConversationHeaderProps {
  readonly item: CaseloadItem;
  readonly name: string;
  /** Held by this person and running. */
  readonly isMine: boolean;
  /** Calling a supervisor about it. */
  readonly call: ReactNode;
  readonly canHandOver: boolean;
}

/** What can be done about the conversation, with End last: on a low screen they stay beside the name. */
const Acts = ({
  isMine,
  call,
  canHandOver,
}: Pick<ConversationHeaderProps, 'isMine' | 'call' | 'canHandOver'>) => (
  <div className="talk__acts">
    <div className="talk__to-side">
      <Button size="small" icon="book" aria-label={conversationWords.side} onPress={() => showPane('side')}>
        <span className="talk__side-words">{conversationWords.side}</span>
      </Button>
    </div>
    {isMine ? (
      <>
        <div className="talk__call">{call}</div>
        {canHandOver ? (
          <Button
            size="small"
            icon="hand"
            onPress={askForHandover}
            aria-label={conversationWords.handOver}
            aria-keyshortcuts={shortcutAria('handOver', isMac())}
          >
            <span className="talk__side-words">{conversationWords.handOver}</span>
          </Button>
        ) : null}
        <Button
          size="small"
          onPress={() => setEnding(true)}
          aria-label={conversationWords.endLong}
          aria-keyshortcuts={shortcutAria('end', isMac())}
        >
          {conversationWords.end}
        </Button>
      </>
    ) : null}
  </div>
);

/** Who reads along. It is spoken when it begins. */
const Observed = ({ item: { state, observers } }: { readonly item: CaseloadItem }) => {
  const isObserved = state === 'talking' && observers.length > 0;
  return (
    <p className={isObserved ? 'talk__observed' : 'ui-unseen'} role="status">
      {isObserved ? (
        <>
          <Icon name="eye" size={16} />
          {conversationWords.observed(observers.join(', '))}
        </>
      ) : null}
    </p>
  );
};

export const ConversationHeader = ({ item, name, isMine, call, canHandOver }: ConversationHeaderProps) => {
  const now = useNow();
  return (
    <header className="talk__header">
      <div className="talk__line">
        <BackToMine />
        <div className="talk__who">
          <h1 className="talk__name">
            <bdi>{name}</bdi>
          </h1>
          <VisitorMark name={name} />
        </div>
        <Acts isMine={isMine} call={call} canHandOver={canHandOver} />
      </div>
      <div className="talk__row">
        <SafetyControl
          conversationId={item.conversationId}
          safety={item.safety}
          epoch={item.epoch}
          canChange={isMine}
        />
        <p className="talk__length">{lengthWords(item, now)}</p>
        <Observed item={item} />
        {isMine ? <StageTracker key={item.conversationId} conversationId={item.conversationId} /> : null}
      </div>
    </header>
  );
};
