import { useState } from 'preact/hooks';
import { joinThread, type ThreadItem } from '@warmline/client';
import type { Entry } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { useSignal } from '../page/use-signal';
import { DRAWN_AT_MOST, type Chat } from './chat';
import { EntryItem } from './entry-item';
import type { EventTexts } from './event-texts';
import { Outgoing } from './outgoing-message';
import { useEndOfPage } from './use-end-of-page';
import { useNewWords } from './use-new-words';

const isMine = (item: ThreadItem): boolean =>
  item.kind === 'outgoing' || (item.entry.kind === 'message' && item.entry.from === 'visitor');

const senderOf = (item: ThreadItem | undefined): string | null =>
  item?.kind === 'entry' && item.entry.kind === 'message' ? `${item.entry.from} ${item.entry.name}` : null;

const receiptOf = (entry: Entry, newestMine: ThreadItem | undefined, seenUpTo: number): string | null => {
  if (newestMine?.kind !== 'entry' || newestMine.entry !== entry) return null;
  return entry.seq <= seenUpTo ? words.thread.seen : words.thread.sent;
};

interface ThreadProps {
  readonly chat: Chat;
  readonly texts: EventTexts['texts'];
}

export const Thread = ({ chat, texts }: ThreadProps) => {
  const { entries, head } = useSignal(chat.thread);
  const outgoing = useSignal(chat.queue.messages);
  const view = useSignal(chat.view);
  const [hasTimes, setTimes] = useState(false);
  const [limit, setLimit] = useState(DRAWN_AT_MOST);
  const isComplete = entries.length >= head;
  const all = joinThread(entries, outgoing);
  const items = all.slice(-limit);
  const mine = all.filter(isMine);
  useNewWords(entries, texts, isComplete);
  const end = useEndOfPage(all.length, mine.length, view?.state === 'talking');
  const firstUnsent = outgoing.find(({ status }) => status.name === 'not_sent_yet')?.id;
  const hasMessages = all.some((item) => item.kind === 'outgoing' || item.entry.kind === 'message');
  return (
    <section class="thread" aria-label={words.thread.label}>
      {hasMessages && (
        <button type="button" class="quiet times" aria-pressed={hasTimes} onClick={() => setTimes(!hasTimes)}>
          {words.thread.times}
        </button>
      )}
      {all.length > items.length && (
        <button type="button" class="quiet" onClick={() => setLimit(limit + DRAWN_AT_MOST)}>
          {words.thread.earlier}
        </button>
      )}
      <div role="log" aria-live="off" aria-busy={!isComplete}>
        <ol>
          {items.map((item, index) =>
            item.kind === 'outgoing' ? (
              <Outgoing
                key={item.message.id}
                message={item.message}
                chat={chat}
                isNext={item.message.id === firstUnsent}
              />
            ) : (
              <EntryItem
                key={item.entry.id}
                entry={item.entry}
                eventText={texts.get(item.entry.seq) ?? null}
                isSameSender={senderOf(item) === senderOf(items[index - 1])}
                hasTimes={hasTimes}
                receipt={receiptOf(item.entry, mine.at(-1), view?.receipts.responder ?? 0)}
              />
            ),
          )}
        </ol>
      </div>
      {end.hasNewer && (
        <button type="button" class="newer" onClick={end.goToEnd}>
          {words.thread.newer}
        </button>
      )}
    </section>
  );
};
