import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { selectConversation } from '../../shared/desk/desk-view';
import { useClient } from '../../shared/live/live-provider';
import { playTone } from '../../shared/page/sound';
import { useAct } from '../../shared/page/use-act';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { helpWords } from './help-words';

const said = helpWords;
type Waiting = HelpView['inDanger'][number];

const Alarm = ({ list, first }: { readonly list: readonly Waiting[]; readonly first: Waiting }) => {
  const client = useClient();
  const navigate = useNavigate();
  const { isBusy, mistake, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const waited = minutesBetween(first.since, useNow(5_000));
  const rings = list.reduce((sum, one) => sum + one.rings, 0);
  useEffect(() => playTone('danger'), [rings]);
  const { conversationId } = first;
  const take = async (): Promise<void> => {
    const wished = { conversationId, reason: 'safety', onlyWaiting: true } as const;
    if (!(await act(() => client.send('conversation:take_over', wished)))) return;
    selectConversation(conversationId);
    await navigate({ to: '/' });
  };
  const ask = async (): Promise<void> =>
    setAsked(
      await act(() => client.views.help.showAnswer(client.send('surge:ask', { askId: newMessageId() }))),
    );
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
          <Button size="small" isDisabled={isBusy} onPress={() => void ask()}>
            {said.askColleague}
          </Button>
        </>
      }
    >
      <strong role="alert">{said.inDanger(list.length, waited)}</strong>
      {mistake === null ? null : <p>{mistake}</p>}
      {isAsked && mistake === null ? <p>{said.colleaguesAsked}</p> : null}
    </Banner>
  );
};

/** Visitors in danger whom nobody has taken: on every page, with a tone of its own, again until someone takes them. */
export const InDanger = ({ list }: { readonly list: readonly Waiting[] }) => {
  const [first] = list;
  return first === undefined ? null : <Alarm list={list} first={first} />;
};
