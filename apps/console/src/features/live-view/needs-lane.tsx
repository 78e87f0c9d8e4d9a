import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outcome } from '@warmline/client';
import { Button, Mark } from '@warmline/ui';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { min } from '../../shared/i18n/spans';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAskSurge } from '../../shared/page/use-ask-surge';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { Lane, Row, type LaneProps } from './lane';
import { liveViewWords } from './live-view-words';
import { needsOf, type Need } from './needs';

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
const TakeChat = ({ need, onTold }: ActProps<'danger'>) => {
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

const AskColleagues = ({ onTold }: Pick<ActProps<'nobody_on'>, 'onTold'>) => {
  const surge = useAskSurge();
  const { mistake } = surge;
  useEffect(() => onTold(mistake), [mistake, onTold]);
  return (
    <Button size="small" kind="main" isBusy={surge.isBusy} onPress={() => void surge.ask()}>
      {surge.isAsked ? said.asked : said.askColleagues}
    </Button>
  );
};

const SettleCall = ({ need: { call }, onTold }: ActProps<'call'>) => {
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

const AnswerCall = ({ need: { call }, onTold }: ActProps<'call'>) => {
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

const Spoken = ({ need: { person }, onTold }: ActProps<'wishes_contact'>) => {
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

const SeePeople = () => {
  const navigate = useNavigate();
  return (
    <Button size="small" onPress={() => void navigate({ to: '/people' })}>
      {said.seePeople}
    </Button>
  );
};

interface NeedRowProps extends Pick<LaneProps, 'now' | 'onRead'> {
  readonly need: Need;
  readonly onTold: (told: string | null) => void;
}

const ReadButton = ({
  name,
  responderName,
  conversationId,
  onRead,
}: Pick<LaneProps, 'onRead'> & {
  readonly name: string;
  readonly responderName: string;
  readonly conversationId: string;
}) => (
  <Button
    size="small"
    kind="main"
    icon="eye"
    aria-label={said.readNow(name || commonWords.unnamed)}
    onPress={() => onRead({ conversationId, responderName })}
  >
    {commonWords.read}
  </Button>
);

/** What each need is called, and its one button. */
const partsOf = ({ need, onTold, onRead }: NeedRowProps) => {
  switch (need.kind) {
    case 'danger':
      return {
        who: commonWords.unnamed,
        marks: (
          <>
            <SafetyMark safety={need.waiting.safety} /> {said.untaken}
          </>
        ),
        act: <TakeChat need={need} onTold={onTold} />,
      };
    case 'nobody_on':
      return {
        who: said.nobodyOn,
        marks: said.nobodyOnMore(need.waiting),
        act: <AskColleagues onTold={onTold} />,
      };
    case 'call':
      return {
        who: <bdi>{need.call.calledBy.name}</bdi>,
        marks:
          need.call.urgency === 'urgent' ? (
            <Mark tone="grave" icon="notification">
              {said.urgentCall}
            </Mark>
          ) : (
            said.call
          ),
        act:
          need.call.joinedAt === null ? (
            <AnswerCall need={need} onTold={onTold} />
          ) : (
            <SettleCall need={need} onTold={onTold} />
          ),
      };
    case 'no_reply': {
      const { visitorName, conversationId, responder } = need.unanswered;
      return {
        who: <VisitorName name={visitorName} />,
        marks: said.noReply(responder.name),
        act: (
          <ReadButton
            name={visitorName}
            conversationId={conversationId}
            responderName={responder.name}
            onRead={onRead}
          />
        ),
      };
    }
    case 'silent': {
      const { visitorName, conversationId, responderName, safety } = need.running;
      return {
        who: <VisitorName name={visitorName} />,
        marks: (
          <>
            <SafetyMark safety={safety} /> {said.silent(responderName)}
          </>
        ),
        act: (
          <ReadButton
            name={visitorName}
            conversationId={conversationId}
            responderName={responderName}
            onRead={onRead}
          />
        ),
      };
    }
    case 'missed_offers':
      return { who: <bdi>{need.person.name}</bdi>, marks: said.missedOffers, act: <SeePeople /> };
    case 'wishes_contact':
      return {
        who: <bdi>{need.person.name}</bdi>,
        marks: said.wishesContact,
        act: <Spoken need={need} onTold={onTold} />,
      };
  }
};

const NeedRow = (props: NeedRowProps) => {
  const { who, marks, act } = partsOf(props);
  const minutes = minutesBetween(props.need.since, props.now);
  return (
    <Row
      who={who}
      time={props.need.kind === 'missed_offers' ? null : min(minutes)}
      isLate={props.need.kind === 'danger'}
      marks={marks}
      acts={act}
    />
  );
};

/** Everything that waits for a supervisor, the longest first: one row, one button. One quiet line while there is nothing. */
export const NeedsLane = ({ board, now, onRead }: Omit<LaneProps, 'onAct'>) => {
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const help = useLive((live) => live.help);
  const [told, setTold] = useState<string | null>(null);
  const needs = needsOf(board, help, { me, now });
  return (
    <div className="lanes__needs">
      <Lane name="needs" title={said.title} count={needs.length} none={said.none}>
        {needs.map((need) => (
          <NeedRow key={need.key} need={need} now={now} onRead={onRead} onTold={setTold} />
        ))}
      </Lane>
      <p role="status" className="lanes__told">
        {told}
      </p>
    </div>
  );
};
