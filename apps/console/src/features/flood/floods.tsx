import { useState } from 'react';
import type { Flood, LiveView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { ConfirmDialog } from './confirm-dialog';
import { timeOf } from './flood-rows';
import { floodWords } from './flood-words';
import './flood.css';
import { ProposeDialog } from './propose-dialog';

const said = floodWords;

type Open = NonNullable<Flood['open']>;
type OpenFlood = Flood & { readonly open: Open };

const isOpen = (flood: Flood): flood is OpenFlood => flood.open !== null;

/** What is going on, in words that do not change with the minutes: it is read out once. */
const wordsOf = ({ chats, open }: OpenFlood, isMine: boolean): string => {
  const { proposedBy, confirmedBy, until } = open;
  if (confirmedBy !== null)
    return said.aside(chats.length, {
      first: proposedBy.name,
      second: confirmedBy.name,
      time: timeOf(until),
    });
  return isMine ? said.mine(chats.length) : said.theirs(proposedBy.name, chats.length);
};

interface OpenBarProps {
  readonly flood: OpenFlood;
  readonly onLook: () => void;
}

/** A flood that waits for a second supervisor, or that is set aside and can be undone. */
const OpenBar = ({ flood, onLook }: OpenBarProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const now = useNow(5_000);
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const { floodId, proposedBy, confirmedBy, until } = flood.open;
  const isMine = proposedBy.id === me;
  const undo = () => act(() => client.views.liveView.showAnswer(client.send('flood:undo', { floodId })));
  const isToConfirm = confirmedBy === null && !isMine;
  return (
    <Banner
      tone="notice"
      icon="question"
      actions={
        <>
          {confirmedBy === null ? null : (
            <span className="flood__soft" aria-hidden="true">
              {said.left(minutesBetween(now, until))}
            </span>
          )}
          {isToConfirm ? (
            <Button size="small" kind="main" onPress={onLook}>
              {said.open}
            </Button>
          ) : (
            <Button size="small" isBusy={isBusy} onPress={() => void undo()}>
              {confirmedBy === null ? said.takeBack : said.undo}
            </Button>
          )}
        </>
      }
    >
      {wordsOf(flood, isMine)}
      {mistake === null ? null : <> {mistake}</>}
    </Banner>
  );
};

/** New chats from the network of a flood are asked for a proof of work: until when, and how to stop it. */
const ProofBar = ({ floodId, until }: NonNullable<Flood['proof']>) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const now = useNow(5_000);
  if (now >= until) return null;
  const stop = () =>
    act(() => client.views.liveView.showAnswer(client.send('flood:stop_proof', { floodId })));
  return (
    <Banner
      tone="notice"
      icon="clock"
      actions={
        <Button size="small" isBusy={isBusy} onPress={() => void stop()}>
          {said.stopProof}
        </Button>
      }
    >
      {said.proofOn(timeOf(until))}
      {mistake === null ? null : <> {mistake}</>}
    </Banner>
  );
};

/** The list that is open. What it asks is answered once the flood is at another step. */
interface Look {
  readonly crowd: string;
  readonly to: 'propose' | 'confirm';
}

interface ListProps {
  readonly look: Look;
  readonly board: LiveView;
  readonly onClose: () => void;
}

/** The list that a supervisor looks at. It closes by itself when another supervisor was first. */
const List = ({ look, board, onClose }: ListProps) => {
  const flood = board.floods.find(({ crowd }) => crowd === look.crowd);
  if (flood === undefined) return null;
  if (look.to === 'propose')
    return isOpen(flood) ? null : <ProposeDialog flood={flood} board={board} onClose={onClose} />;
  return isOpen(flood) && flood.open.confirmedBy === null ? (
    <ConfirmDialog flood={flood} board={board} onClose={onClose} />
  ) : null;
};

/** Waiting chats that look like one flood: two supervisors together can set them aside. Shows nothing while there are none. */
export const Floods = ({ board }: { readonly board: LiveView }) => {
  const [look, setLook] = useState<Look | null>(null);
  const likely = board.floods.filter((flood) => !isOpen(flood) && flood.proof === null);
  return (
    <>
      {board.floods.filter(isOpen).map((flood) => (
        <OpenBar
          key={flood.open.floodId}
          flood={flood}
          onLook={() => setLook({ crowd: flood.crowd, to: 'confirm' })}
        />
      ))}
      {board.floods.map(({ proof }) => (proof === null ? null : <ProofBar key={proof.floodId} {...proof} />))}
      {likely.length === 0 ? null : (
        <div className="flood__likely">
          {likely.map((flood) => (
            <Button
              key={flood.crowd}
              kind="quiet"
              onPress={() => setLook({ crowd: flood.crowd, to: 'propose' })}
            >
              {said.look(flood.chats.length)}
            </Button>
          ))}
        </div>
      )}
      {look === null ? null : <List look={look} board={board} onClose={() => setLook(null)} />}
    </>
  );
};
