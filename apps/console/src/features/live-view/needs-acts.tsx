import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outcome } from '@warmline/client';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { GoToMine, useIsMe } from '../../shared/desk/go-to-mine';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAskSurge } from '../../shared/page/use-ask-surge';
import type { LaneProps } from './lane';
import { liveViewWords } from './live-view-words';
import type { Need } from './needs';

const said = liveViewWords.needs;
type Of<Kind extends Need['kind']> = Extract<Need, { kind: Kind }>;

interface ActProps<Kind extends Need['kind']> {
  readonly need: Of<Kind>;
  readonly onTold: (told: string | null) => void;
}

/** Says what came of an act where it did not work. */
const useTelling = (onTold: (told: string | null) => void) => {
  const [isBusy, setBusy] = useState(false);
  const tell = async <Value,>(asked: Promise<Outcome<Value>>): Promise<Value | null> => {
    setBusy(true);
    onTold(null);
    const outcome = await asked;
    setBusy(false);
    if (outcome.kind === 'done') return outcome.value;
    onTold(outcomeWords(outcome));
    return null;
  };
  return { isBusy, tell };
};

/** Takes one who still waits in danger, and goes there to write. */
export const TakeChat = ({ need, onTold }: ActProps<'danger'>) => {
  const client = useClient();
  const navigate = useNavigate();
  const { isBusy, tell } = useTelling(onTold);
  const { conversationId } = need.waiting;
  const take = async (): Promise<void> => {
    const wished = { conversationId, reason: 'safety', onlyWaiting: true } as const;
    if ((await tell(client.send('conversation:take_over', wished))) === null) return;
    selectConversation(conversationId);
    await navigate({ to: '/' });
    askForComposer();
  };
  return (
    <Button size="small" kind="main" isBusy={isBusy} onPress={() => void take()}>
      {said.takeChat}
    </Button>
  );
};

export const AskColleagues = ({ onTold }: Pick<ActProps<'nobody_on'>, 'onTold'>) => {
  const surge = useAskSurge();
  const { mistake } = surge;
  useEffect(() => onTold(mistake), [mistake, onTold]);
  return (
    <Button size="small" kind="main" isBusy={surge.isBusy} onPress={() => void surge.ask()}>
      {surge.isAsked ? said.asked : said.askColleagues}
    </Button>
  );
};

export const SettleCall = ({ need: { call }, onTold }: ActProps<'call'>) => {
  const client = useClient();
  const { isBusy, tell } = useTelling(onTold);
  return (
    <Button
      size="small"
      isBusy={isBusy}
      aria-label={said.settleOf(call.calledBy.name)}
      onPress={() => void tell(client.views.help.showAnswer(client.send('help:end', { callId: call.id })))}
    >
      {said.settle}
    </Button>
  );
};

export const AnswerCall = ({ need: { call }, onTold }: ActProps<'call'>) => {
  const client = useClient();
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const { isBusy, tell } = useTelling(onTold);
  const come = async (): Promise<void> => {
    const answer = await tell(client.send('help:answer', { callId: call.id }));
    if (answer === null) return;
    if (answer.answeredBy.id !== me) return onTold(said.takenBy(answer.answeredBy.name));
    if (answer.conversationId === null) return onTold(said.reach(call.calledBy.name));
    await client.observing.observe(answer.conversationId);
  };
  return (
    <Button
      size="small"
      kind="main"
      isBusy={isBusy}
      aria-label={said.comeTo(call.calledBy.name)}
      onPress={() => void come()}
    >
      {said.come}
    </Button>
  );
};

export const Spoken = ({ need: { person }, onTold }: ActProps<'wishes_contact'>) => {
  const client = useClient();
  const { isBusy, tell } = useTelling(onTold);
  return (
    <Button
      size="small"
      isBusy={isBusy}
      onPress={() => void tell(client.send('person:contacted', { staffId: person.id }))}
    >
      {said.spoken(person.name)}
    </Button>
  );
};

export const SeePeople = () => {
  const navigate = useNavigate();
  return (
    <Button size="small" onPress={() => void navigate({ to: '/people' })}>
      {said.seePeople}
    </Button>
  );
};

/** Where feedback is given. */
export const SeeReviews = () => {
  const navigate = useNavigate();
  return (
    <Button size="small" onPress={() => void navigate({ to: '/quality' })}>
      {said.seeReviews}
    </Button>
  );
};

interface ReadButtonProps extends Pick<LaneProps, 'onRead'> {
  readonly name: string;
  readonly responder: { readonly id: string; readonly name: string };
  readonly conversationId: string;
}

/** Reads along with a colleague, or goes to one's own chat. */
export const ReadButton = ({ name, responder, conversationId, onRead }: ReadButtonProps) => {
  const called = visitorCalled(name, conversationId);
  if (useIsMe(responder.id)) return <GoToMine name={called} conversationId={conversationId} />;
  return (
    <Button
      size="small"
      kind="main"
      icon="eye"
      aria-label={commonWords.readWith(called)}
      onPress={() => onRead({ conversationId, responderName: responder.name })}
    >
      {commonWords.read}
    </Button>
  );
};

interface AgreeProps {
  readonly need: Of<'to_agree'>;
  readonly onAgree: (question: EndingToAgree) => void;
}

/** Asks to agree, or opens what the visitor has written since, which has to be read first. */
export const AgreeToEnd = ({ need: { ending }, onAgree }: AgreeProps) => {
  const client = useClient();
  const { conversationId, visitorName, responder, mustRead } = ending;
  return mustRead ? (
    <Button
      size="small"
      kind="main"
      icon="eye"
      aria-label={said.readFirst(visitorCalled(visitorName, conversationId))}
      onPress={() => void client.observing.observe(conversationId)}
    >
      {said.read}
    </Button>
  ) : (
    <Button
      size="small"
      kind="main"
      aria-label={said.agreeTo(responder.name)}
      onPress={() => onAgree(ending)}
    >
      {said.agree}
    </Button>
  );
};

interface WriteUpProps {
  readonly need: Of<'to_write_up'>;
  readonly onWriteUp: (ending: EndingToWriteUp) => void;
}

export const WriteUp = ({ need: { ending }, onWriteUp }: WriteUpProps) => (
  <Button
    size="small"
    aria-label={said.writeUpOf(visitorCalled(ending.visitorName, ending.conversationId))}
    onPress={() => onWriteUp(ending)}
  >
    {said.writeUp}
  </Button>
);
