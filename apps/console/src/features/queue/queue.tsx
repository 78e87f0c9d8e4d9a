import { useState, type ReactNode } from 'react';
import type { LiveView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { AskDialog } from './ask-dialog';
import { LowerDialog } from './lower-dialog';
import type { Band, Waiting } from './queue-rows';
import { QueueTable, type QueueAct } from './queue-table';
import { queueWords } from './queue-words';
import './queue.css';
import { TellDialog } from './tell-dialog';
import { useSurgeRequest } from './use-surge-request';

const said = queueWords;
const BAND_OF: Record<Exclude<QueueAct, 'ask' | 'read' | 'take_over'>, Band> = {
  band_1: 1,
  band_2: 2,
  band_3: 3,
};

type Open = { readonly name: 'tell' } | { readonly name: 'ask' | Band; readonly one: Waiting };

export interface QueueProps {
  readonly board: LiveView;
  /** A conversation taken from the queue, which is on the supervisor's own desk now. */
  readonly onTaken: (conversationId: string) => void;
  readonly onRead: (one: Waiting) => void;
  readonly onTakeOver: (one: Waiting) => void;
}

interface HeadProps {
  readonly board: LiveView;
  readonly isBusy: boolean;
  readonly onTake: (who: 'next' | 'answer_first') => void;
  readonly onTell: () => void;
  readonly requestSurge: ReactNode;
}

/** Shows band 1 visitors whom no one can take first, with the one thing to do about it. */
const Head = ({ board, isBusy, onTake, onTell, requestSurge }: HeadProps) => {
  const isNobody = board.waiting.length === 0;
  const isCalled = board.waiting.some(({ calledAt }) => calledAt !== null);
  return (
    <>
      {isCalled ? (
        <Banner
          tone="grave"
          icon="notification"
          actions={
            <Button size="small" kind="main" isBusy={isBusy} onPress={() => onTake('answer_first')}>
              {said.take}
            </Button>
          }
        >
          {said.called}
        </Banner>
      ) : null}
      <div className="queue__acts">
        <Button isDisabled={isNobody} isBusy={isBusy} onPress={() => onTake('next')}>
          {said.takeNext}
        </Button>
        <Button
          isDisabled={!board.waiting.some(({ band }) => band === 1)}
          isBusy={isBusy}
          onPress={() => onTake('answer_first')}
        >
          {said.takeFirst}
        </Button>
        <Button isDisabled={isNobody} onPress={onTell}>
          {said.tell}
        </Button>
        {requestSurge}
      </div>
    </>
  );
};

/** Everyone who waits, why nobody is asked for them, and what a supervisor can do about it. */
export const Queue = ({ board, onTaken, onRead, onTakeOver }: QueueProps) => {
  const client = useClient();
  const now = useNow(5_000);
  const surgeRequest = useSurgeRequest();
  const [open, setOpen] = useState<Open | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = (word: string | null = null): void => {
    setOpen(null);
    setTold(word);
  };
  const take = async (who: 'next' | 'answer_first'): Promise<void> => {
    setBusy(true);
    const outcome = await client.send('queue:take', { who });
    setBusy(false);
    if (outcome.kind === 'done') return onTaken(outcome.value.conversationId);
    const isNobody = outcome.kind === 'refused' && outcome.refusal === 'not_found';
    setTold(isNobody ? said.takenNone : outcomeWords(outcome));
  };
  const promote = async (one: Waiting, band: Band): Promise<void> => {
    const outcome = await client.send('band:set', { conversationId: one.conversationId, band, reason: null });
    setTold(outcome.kind === 'done' ? null : outcomeWords(outcome));
  };
  const act = (name: QueueAct, one: Waiting): void => {
    if (name === 'ask') return setOpen({ name, one });
    if (name === 'read') return onRead(one);
    if (name === 'take_over') return onTakeOver(one);
    const band = BAND_OF[name];
    if (band <= one.band) return void promote(one, band);
    setOpen({ name: band, one });
  };
  return (
    <>
      <Head
        board={board}
        isBusy={isBusy}
        onTake={(who) => void take(who)}
        onTell={() => setOpen({ name: 'tell' })}
        requestSurge={surgeRequest.button}
      />
      {surgeRequest.told}
      <p className="queue__told" role="status">
        {told}
      </p>
      <QueueTable board={board} now={now} onAct={act} />
      {open?.name === 'tell' ? (
        <TellDialog onClose={() => close()} onTold={(count) => close(said.told(count))} />
      ) : null}
      {open?.name === 'ask' ? (
        <AskDialog
          one={open.one}
          people={board.people}
          onClose={() => close()}
          onAsked={(name) => close(said.asked(name))}
        />
      ) : null}
      {open !== null && typeof open.name === 'number' ? (
        <LowerDialog one={open.one} band={open.name} onClose={() => close()} />
      ) : null}
    </>
  );
};
