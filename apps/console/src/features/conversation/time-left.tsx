import { useState } from 'react';
import type { CaseloadItem, Entry } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { conversationWords } from './conversation-words';

const NOTHING: readonly Entry[] = [];
type ClockEvent = 'time_left_15' | 'time_left_5' | 'time_extended';
const CLOCK_EVENTS: readonly string[] = [
  'time_left_15',
  'time_left_5',
  'time_extended',
] satisfies ClockEvent[];

const clockEventsIn = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'event' && CLOCK_EVENTS.includes(entry.event) ? entry.event : [],
  );

/** Both sides were told that the time is nearly over: the holder may add to it. */
export const TimeLeft = ({ item }: { readonly item: CaseloadItem }) => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const { conversationId, epoch } = item;
  const told = clockEventsIn(useLive((live) => live.threads[conversationId]?.timeline.entries ?? NOTHING));
  const newest = told.at(-1);
  if (item.state !== 'talking' || newest === undefined || newest === 'time_extended') return null;
  const extend = async (): Promise<void> => {
    setBusy(true);
    const number = told.filter((event) => event === 'time_extended').length + 1;
    const outcome = await client.send('conversation:extend', { conversationId, epoch, number });
    setBusy(false);
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
  };
  return (
    <Banner
      icon="clock"
      actions={
        <Button size="small" isBusy={isBusy} onPress={() => void extend()}>
          {conversationWords.addTime}
        </Button>
      }
    >
      {conversationWords.timeTold}
      {mistake === null ? null : <p role="status">{mistake}</p>}
    </Banner>
  );
};
