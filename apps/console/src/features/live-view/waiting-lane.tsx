import type { LiveView } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { ofWaiting } from '../../shared/handover/to-act-on';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min } from '../../shared/i18n/spans';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { isInDanger } from '../../shared/safety/danger';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { ActMenu } from './act-menu';
import { Lane, Row, type LaneProps } from './lane';
import { freePeople, isUnderWay, mainObstacle } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Waiting = LiveView['waiting'][number];

const said = liveViewWords;

/** Who is asked, or the most frequent reason why nobody is: before the target passes, the one that all are held back by. */
const asked = ({ offeredTo, whyNobody }: Waiting, board: LiveView): string => {
  if (offeredTo !== null) return said.asked(offeredTo);
  const first = whyNobody[0] ?? mainObstacle(board);
  if (first !== null) return said.whyNobody(said.why[first.reason](first.people));
  return freePeople(board).on === 0 ? said.whyNobody(said.nobodyOn) : said.nobodyAsked;
};

interface MarksProps {
  readonly one: Waiting;
  readonly board: LiveView;
}

const Marks = ({ one, board }: MarksProps) => (
  <>
    <SafetyMark safety={one.safety} />
    {one.band === 1 ? <Mark tone="strong">{bandWords[1]}</Mark> : null}
    {one.heldBefore === null ? null : (
      <Mark tone="notice" icon="hand">
        {said.heldBefore(one.heldBefore)}
      </Mark>
    )}
    {one.visitorPresent ? null : <Mark>{commonWords.awayVisitor}</Mark>}
    <span className="lane__soft">
      {languageName(one.language)} · {asked(one, board)}
    </span>
    {one.hold === null || !isInDanger(one.safety) ? null : (
      <span className="lane__soft">{said.hold[one.hold]}</span>
    )}
  </>
);

/** The people waiting, in the order in which they are answered. Who is in danger and not first yet has the reason in their row. */
export const WaitingLane = ({ board, now, onRead, onAct }: LaneProps) => {
  const rows = board.waiting;
  return (
    <Lane name="waiting" title={commonWords.waiting} count={rows.length} none={commonWords.waitingNone}>
      {rows.map((one) => {
        const told = min(minutesBetween(one.waitingSince, now));
        return (
          <Row
            key={one.conversationId}
            who={
              <Button
                size="small"
                kind="quiet"
                icon="eye"
                onPress={() => onRead({ conversationId: one.conversationId, responderName: null })}
              >
                <VisitorName name={one.visitorName} conversationId={one.conversationId} />
                <span className="ui-unseen">{said.readWaiting(told)}</span>
              </Button>
            }
            time={`${told} ${said.ofTarget(minutesBetween(one.waitingSince, one.targetAt))}`}
            isLate={now > one.targetAt}
            marks={<Marks one={one} board={board} />}
            acts={
              <ActMenu
                what={ofWaiting(one)}
                isUnderWay={isUnderWay(board, one.conversationId)}
                label={commonWords.moreWaiting(visitorCalled(one.visitorName, one.conversationId), told)}
                onAct={onAct}
              />
            }
          />
        );
      })}
    </Lane>
  );
};
