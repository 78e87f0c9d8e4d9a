import type { CaseloadItem } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { setEnding, showPane } from '../../app/desk-view';
import { minutesBetween, useNow } from '../../app/now';
import { shortcutAria } from '../../app/shortcuts/shortcut';
import { isMac } from '../../app/shortcuts/use-shortcuts';
import { words } from '../../app/words';
import { StageTracker } from './stage-tracker';

const SOFT_LENGTH_MIN = 45;

const lengthWords = (minutes: number): string =>
  minutes > SOFT_LENGTH_MIN ? words.conversation.lengthLong(minutes) : words.conversation.length(minutes);

export interface ConversationHeaderProps {
  readonly item: CaseloadItem;
  readonly name: string;
  /** Held by this person and running. */
  readonly isMine: boolean;
}

export const ConversationHeader = ({ item, name, isMine }: ConversationHeaderProps) => {
  const now = useNow();
  const minutes = minutesBetween(item.joinedAt, item.endedAt ?? now);
  return (
    <header className="talk__header">
      <div className="talk__back">
        <Button kind="quiet" size="small" onPress={() => showPane('mine')}>
          {words.conversation.back}
        </Button>
      </div>
      <div className="talk__who">
        <h1 className="talk__name" dir="auto">
          {name}
        </h1>
        <p className="talk__length">{lengthWords(minutes)}</p>
      </div>
      {isMine ? <StageTracker key={item.conversationId} conversationId={item.conversationId} /> : null}
      <div className="talk__acts">
        <div className="talk__to-side">
          <Button size="small" icon="book" onPress={() => showPane('side')}>
            {words.conversation.side}
          </Button>
        </div>
        {isMine ? (
          <Button
            size="small"
            onPress={() => setEnding(true)}
            aria-label={words.conversation.endLong}
            aria-keyshortcuts={shortcutAria('end', isMac())}
          >
            {words.conversation.end}
          </Button>
        ) : null}
      </div>
    </header>
  );
};
