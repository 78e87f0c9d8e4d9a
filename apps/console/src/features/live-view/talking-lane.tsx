import type { LiveView } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { isSerious, useTopics } from '../../shared/content/topics';
import { GoToMine, useIsMe } from '../../shared/desk/go-to-mine';
import { paceOf } from '../../shared/desk/pace';
import { TurnClock } from '../../shared/desk/turn-clock';
import { UnreadMark } from '../../shared/desk/unread-mark';
import { ofRunning } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { min, ordinal } from '../../shared/i18n/spans';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorMark, VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { ActMenu } from './act-menu';
import { Lane, Row, type LaneProps } from './lane';
import { longestFirst, openHandoverOf } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Running = LiveView['conversations'][number];

const said = liveViewWords;
const nameOf = (one: Running): string => visitorCalled(one.visitorName, one.conversationId);

/** Whose turn it is, in words. One’s own visitor says it as on the desk, to the minute. */
const Turn = ({ one, now }: { readonly one: Running; readonly now: number }) => {
  const isMine = useIsMe(one.responderId);
  if (isMine)
    return (
      <>
        {one.visitorPresent ? null : <Mark>{said.visitorAway}</Mark>}
        <TurnClock item={one} now={now} />
      </>
    );
  if (!one.visitorPresent) return <Mark>{said.visitorAway}</Mark>;
  const pace = paceOf(one, now);
  if (pace.name === 'going') return <span className="lane__soft">{said.steady}</span>;
  return pace.name === 'waits' ? (
    <Mark tone="notice" icon="clock">
      {pace.isForFirst ? said.waitsFirst(pace.minutes) : said.waitsReply(pace.minutes)}
    </Mark>
  ) : (
    <Mark icon="clock">{said.quiet(pace.minutes)}</Mark>
  );
};

/** One of a new responder's first conversations, and which, also once someone reads along. */
const FirstMark = ({ one, board }: Pick<LaneProps, 'board'> & { readonly one: Running }) => {
  const holder = board.people.find(({ id }) => id === one.responderId);
  if (holder?.toObserve?.reason !== 'first_conversations') return null;
  const { held, of } = holder.toObserve;
  return <Mark>{said.firstOf(ordinal(Math.min(held, of)), of)}</Mark>;
};

/** Who reads along. What one reads oneself has its pane beside it, which says so. */
const useReaders = ({ conversationId, observers }: Running): readonly string[] => {
  const isRead = useLive(({ reading }) => reading?.conversationId === conversationId);
  const me = useLive(({ desk }) => desk?.me.name);
  return isRead ? observers.filter((name) => name !== me) : observers;
};

const Marks = ({ one, board, now }: Pick<LaneProps, 'board' | 'now'> & { readonly one: Running }) => {
  const handover = openHandoverOf(board, one.conversationId);
  const topics = useTopics();
  const readers = useReaders(one);
  const mentioned = one.topics.filter(isSerious).map((topic) => topics.nameOf(topic));
  return (
    <>
      <SafetyMark safety={one.safety} />
      {mentioned.length === 0 ? null : (
        <Mark tone="notice" icon="warn">
          {said.mentioned(mentioned.join(', '))}
        </Mark>
      )}
      <Turn one={one} now={now} />
      <span className="lane__soft">
        <bdi>{one.responderName}</bdi>
        {one.topics.filter((topic) => !isSerious(topic)).map((topic) => ` · ${topics.nameOf(topic)}`)}
      </span>
      {one.responderPresent ? null : (
        <Mark tone="notice" icon="warn">
          {said.gone}
        </Mark>
      )}
      {handover === null ? null : (
        <Mark tone="accent" icon="hand">
          {said.handingOver(commonWords.handoverStates[handover.state])}
        </Mark>
      )}
      <FirstMark one={one} board={board} />
      {readers.length > 0 ? <Mark icon="eye">{said.readBy(readers.join(', '))}</Mark> : null}
      {one.observers.length > 0 || one.toObserve === null ? null : (
        <Mark tone="accent" icon="eye">
          {said.readAlong[one.toObserve]}
        </Mark>
      )}
    </>
  );
};

const Yours = ({ one }: { readonly one: Running }) => (
  <>
    {said.yours} <GoToMine name={nameOf(one)} conversationId={one.conversationId} />
  </>
);

const TalkingRow = ({ one, ...props }: LaneProps & { readonly one: Running }) => {
  const { board, now, onRead, onAct } = props;
  const isMine = useIsMe(one.responderId);
  return (
    <Row
      who={
        isMine ? (
          <VisitorName name={one.visitorName} conversationId={one.conversationId} />
        ) : (
          <>
            <Button
              size="small"
              kind="quiet"
              icon="eye"
              aria-label={commonWords.readWith(nameOf(one))}
              onPress={() => onRead({ conversationId: one.conversationId, responderName: one.responderName })}
            >
              <bdi>{nameOf(one)}</bdi>
            </Button>
            <VisitorMark name={one.visitorName} />
          </>
        )
      }
      time={min(minutesBetween(one.startedAt, now))}
      marks={
        <>
          {isMine ? <UnreadMark conversationId={one.conversationId} /> : null}
          <Marks one={one} board={board} now={now} />
        </>
      }
      acts={
        isMine ? (
          <Yours one={one} />
        ) : (
          <ActMenu
            what={ofRunning(one)}
            isUnderWay={openHandoverOf(board, one.conversationId) !== null}
            label={said.actsFor(nameOf(one))}
            onAct={onAct}
          />
        )
      }
    />
  );
};

/** What runs now, longest first. Nobody reads along with themselves. */
export const TalkingLane = (props: LaneProps) => {
  const rows = longestFirst(props.board);
  return (
    <Lane name="talking" title={said.running} count={rows.length} none={said.runningNone}>
      {rows.map((one) => (
        <TalkingRow key={one.conversationId} one={one} {...props} />
      ))}
    </Lane>
  );
};
