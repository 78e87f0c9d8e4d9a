import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { setSound, useIsSoundOn } from '../../shared/page/sound';
import { useAskSurge } from '../../shared/page/use-ask-surge';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { helpWords } from './help-words';
import { useAlarmTone } from './use-alarm-tone';

const said = helpWords;
type Waiting = HelpView['inDanger'][number];

/** Tells the server which alarms were shown here, once for each person and each connection. */
const useHeard = (list: readonly Waiting[]): void => {
  const client = useClient();
  const told = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const ids = list.map(({ conversationId }) => conversationId);
    const isNew = ids.filter((id) => !told.current.has(id));
    if (isNew.length === 0) return;
    told.current = new Set(ids);
    void client.send('help:heard', { conversationIds: isNew }).then(({ kind }) => {
      // The next view tries again.
      if (kind !== 'done') told.current = new Set([...told.current].filter((id) => !isNew.includes(id)));
    });
  }, [client, list]);
};

/** Takes one who still waits, and goes there to write. */
const useTaking = (conversationId: string, onTaken: () => void) => {
  const client = useClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setMistake(null);
    const wished = { conversationId, reason: 'safety', onlyWaiting: true } as const;
    const outcome = await client.send('conversation:take_over', wished);
    setBusy(false);
    if (outcome.kind === 'refused' && outcome.refusal === 'offer_taken') return onTaken();
    if (outcome.kind !== 'done') return setMistake(outcomeWords(outcome));
    selectConversation(conversationId);
    await navigate({ to: '/' });
    askForComposer();
  };
  return { isBusy, mistake, take };
};

interface InDangerProps {
  readonly list: readonly Waiting[];
  /** A colleague was faster. Said outside the alarm, which ends with it. */
  readonly onTaken: () => void;
}

const Alarm = ({ list, onTaken, first }: InDangerProps & { readonly first: Waiting }) => {
  const { isBusy, mistake, take } = useTaking(first.conversationId, onTaken);
  const surge = useAskSurge();
  const isSoundOn = useIsSoundOn();
  const waited = minutesBetween(first.since, useNow(5_000));
  // Whom it reached: nobody is told that colleagues were asked who are not here. Null once the request is over.
  const reached = useLive(({ help }) => help?.answers?.invited ?? null);
  const asked = surge.isAsked && reached !== null ? said.colleaguesAsked(reached) : null;
  const told = mistake ?? surge.mistake ?? asked;
  return (
    <Banner
      tone="grave"
      icon="warn"
      isSpoken={false}
      actions={
        <>
          <Button size="small" kind="main" isBusy={isBusy} onPress={() => void take()}>
            {said.takeChat}
          </Button>
          <Button size="small" isBusy={surge.isBusy} onPress={() => void surge.ask()}>
            {said.askColleague}
          </Button>
          {isSoundOn ? null : (
            <Button size="small" kind="quiet" onPress={() => setSound(true)}>
              {said.turnOnSound}
            </Button>
          )}
        </>
      }
    >
      <strong role="alert">{said.inDanger(list.length, waited)}</strong>
      <p role="status">{told}</p>
    </Banner>
  );
};

/** Visitors in danger whom nobody has taken: on every page, with a tone of its own, again until someone takes them. */
export const InDanger = ({ list, onTaken }: InDangerProps) => {
  useAlarmTone(list);
  useHeard(list);
  const [first] = list;
  // What was said about one person is not said about the next.
  return first === undefined ? null : (
    <Alarm key={first.conversationId} list={list} first={first} onTaken={onTaken} />
  );
};
