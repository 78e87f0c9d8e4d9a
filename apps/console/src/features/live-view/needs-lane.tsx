import { useState } from 'react';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { momentWords } from '../../shared/i18n/moment-words';
import { min, ordinal } from '../../shared/i18n/spans';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { Lane, Row, type LaneProps } from './lane';
import { liveViewWords } from './live-view-words';
import { needsOf, type HoldsNeed, type Need } from './needs';
import {
  AgreeToEnd,
  AnswerCall,
  AskColleagues,
  ReadButton,
  SeePeople,
  SeeReviews,
  SettleCall,
  Spoken,
  TakeChat,
  WriteUp,
} from './needs-acts';

const said = liveViewWords.needs;

interface NeedRowProps extends Pick<LaneProps, 'now' | 'onRead'> {
  readonly need: Need;
  readonly onTold: (told: string | null) => void;
  readonly onAgree: (question: EndingToAgree) => void;
  readonly onWriteUp: (ending: EndingToWriteUp) => void;
  readonly onComplaint: (complaintId: string) => void;
  readonly onHolds: () => void;
}

type Kind = Need['kind'];
type PartsInput<Some extends Kind> = Omit<NeedRowProps, 'need'> & {
  readonly need: Extract<Need, { kind: Some }>;
};

/** Of a chat that runs or has ended. */
const ofChat = ({
  need,
  onRead,
  onAgree,
  onWriteUp,
}: PartsInput<'no_reply' | 'silent' | 'to_agree' | 'to_write_up'>) => {
  switch (need.kind) {
    case 'no_reply': {
      const { visitorName, conversationId, responder } = need.unanswered;
      return {
        who: <VisitorName name={visitorName} conversationId={conversationId} />,
        marks: said.noReply(responder.name),
        act: (
          <ReadButton
            name={visitorName}
            conversationId={conversationId}
            responder={responder}
            onRead={onRead}
          />
        ),
      };
    }
    case 'silent': {
      const { visitorName, conversationId, responderId, responderName, safety } = need.running;
      return {
        who: <VisitorName name={visitorName} conversationId={conversationId} />,
        marks: (
          <>
            <SafetyMark safety={safety} /> {said.silent(responderName)}
          </>
        ),
        act: (
          <ReadButton
            name={visitorName}
            conversationId={conversationId}
            responder={{ id: responderId, name: responderName }}
            onRead={onRead}
          />
        ),
      };
    }
    case 'to_agree': {
      const { visitorName, conversationId, responder, why, mustRead } = need.ending;
      return {
        who: <VisitorName name={visitorName} conversationId={conversationId} />,
        marks: (
          <>
            <span>{mustRead ? said.asksAfterWords(responder.name) : said.asksToEnd(responder.name)}</span>
            {why === null ? null : <q className="lane__soft">{why}</q>}
          </>
        ),
        act: <AgreeToEnd need={need} onAgree={onAgree} />,
      };
    }
    case 'to_write_up': {
      const { visitorName, conversationId, responderName } = need.ending;
      return {
        who: <VisitorName name={visitorName} conversationId={conversationId} />,
        marks: responderName === null ? said.leftUntaken : said.leftInDanger(responderName),
        act: <WriteUp need={need} onWriteUp={onWriteUp} />,
      };
    }
  }
};

/** Of a colleague. */
const ofColleague = ({
  need,
  now,
  onTold,
}: PartsInput<'call' | 'missed_offers' | 'wishes_contact' | 'first_feedback'>) => {
  switch (need.kind) {
    case 'call':
      return {
        who: <bdi>{need.call.calledBy.name}</bdi>,
        marks:
          need.call.urgency === 'urgent' ? (
            <Mark tone="grave" icon="notification">
              {need.call.because === 'facts' ? said.automaticCall : said.urgentCall}
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
    case 'missed_offers':
      return { who: <bdi>{need.person.name}</bdi>, marks: said.missedOffers, act: <SeePeople /> };
    case 'wishes_contact':
      return {
        who: <bdi>{need.person.name}</bdi>,
        marks: said.wishesContact,
        act: <Spoken need={need} onTold={onTold} />,
      };
    case 'first_feedback': {
      const { number, dueAt } = need.feedback;
      return {
        who: <bdi>{need.person.name}</bdi>,
        marks: (
          <>
            {said.firstFeedback(ordinal(number))}{' '}
            {dueAt < now ? (
              <Mark tone="notice" icon="clock">
                {said.feedbackLate}
              </Mark>
            ) : (
              <span className="lane__soft">{said.feedbackBy(momentWords(dueAt, now))}</span>
            )}
          </>
        ),
        act: <SeeReviews />,
      };
    }
  }
};

const nobodyFreeWords = ({ isLate, waiting }: Extract<Need, { kind: 'nobody_free' }>): string =>
  isLate ? said.nobodyFreeMore(waiting) : said.nobodyFreeSoon(waiting);

/** What each need is called, and its one button. */
const partsOf = ({ need, ...rest }: NeedRowProps) => {
  switch (need.kind) {
    case 'danger':
      return {
        who: <VisitorName name={need.waiting.visitorName} conversationId={need.waiting.conversationId} />,
        marks: (
          <>
            <SafetyMark safety={need.waiting.safety} /> {said.untaken}
          </>
        ),
        act: <TakeChat need={need} onTold={rest.onTold} />,
      };
    case 'nobody_on':
      return {
        who: said.nobodyOn,
        marks: said.nobodyOnMore(need.waiting),
        act: <AskColleagues onTold={rest.onTold} />,
      };
    case 'nobody_free':
      return {
        who: said.nobodyFree,
        marks: nobodyFreeWords(need),
        act: <AskColleagues onTold={rest.onTold} />,
      };
    case 'complaints': {
      const { oldest, count } = need;
      return {
        who: said.toldUs,
        marks: said.complaints(count),
        act: (
          <Button size="small" onPress={() => rest.onComplaint(oldest)}>
            {said.readIt}
          </Button>
        ),
      };
    }
    case 'holds':
      return {
        who: said.holds,
        marks: said.holdsWait(need.count),
        act: (
          <Button size="small" onPress={rest.onHolds}>
            {said.seeHolds}
          </Button>
        ),
      };
    case 'call':
    case 'missed_offers':
    case 'wishes_contact':
    case 'first_feedback':
      return ofColleague({ need, ...rest });
    default:
      return ofChat({ need, ...rest });
  }
};

/** Since when they are would tell nothing. */
const TIMELESS: readonly Kind[] = ['missed_offers', 'first_feedback'];

const NeedRow = (props: NeedRowProps) => {
  const { who, marks, act } = partsOf(props);
  const minutes = minutesBetween(props.need.since, props.now);
  return (
    <Row
      who={who}
      time={TIMELESS.includes(props.need.kind) ? null : min(minutes)}
      isLate={props.need.kind === 'danger'}
      marks={marks}
      acts={act}
    />
  );
};

export interface NeedsLaneProps
  extends Omit<LaneProps, 'onAct'>, Pick<NeedRowProps, 'onAgree' | 'onWriteUp' | 'onComplaint' | 'onHolds'> {
  /** Null while none waits for this person. */
  readonly holds: HoldsNeed | null;
}

/** Everything that waits for a supervisor, the longest first: one row, one button. One quiet line while there is nothing. */
export const NeedsLane = ({ board, now, onRead, holds, ...acts }: NeedsLaneProps) => {
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const help = useLive((live) => live.help);
  const [told, setTold] = useState<string | null>(null);
  const needs = needsOf(board, help, { me, now, holds });
  return (
    <div className="lanes__needs">
      <Lane name="needs" title={said.title} count={needs.length} none={said.none}>
        {needs.map((need) => (
          <NeedRow key={need.key} need={need} now={now} onRead={onRead} onTold={setTold} {...acts} />
        ))}
      </Lane>
      <p role="status" className="lanes__told">
        {told}
      </p>
    </div>
  );
};
