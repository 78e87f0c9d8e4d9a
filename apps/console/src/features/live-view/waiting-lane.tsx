import type { LiveView } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { ofWaiting } from '../../shared/handover/to-act-on';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { obstacleWords } from '../../shared/i18n/obstacle-words';
import { min } from '../../shared/i18n/spans';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { ActMenu } from './act-menu';
import { Lane, Row, type LaneProps } from './lane';
import { isUnderWay } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Waiting = LiveView['waiting'][number];

const said = liveViewWords;

/** Who is asked, or the most frequent reason why nobody is. */
const asked = ({ offeredTo, whyNobody }: Waiting): string => {
  if (offeredTo !== null) return said.asked(offeredTo);
  const [first] = whyNobody;
  return first === undefined ? said.nobodyAsked : said.whyNobody(first.people, obstacleWords[first.reason]);
};

const Marks = ({ one }: { readonly one: Waiting }) => (
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
      {languageName(one.language)} · {asked(one)}
    </span>
  </>
);

/** The people waiting, in the order in which they are answered: who is in danger is first, however short their wait. */
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
                aria-label={said.readWaiting(visitorCalled(one.visitorName, one.conversationId), told)}
                onPress={() => onRead({ conversationId: one.conversationId, responderName: null })}
              >
                <VisitorName name={one.visitorName} conversationId={one.conversationId} />
              </Button>
            }
            time={`${told} ${said.ofTarget(minutesBetween(one.waitingSince, one.targetAt))}`}
            isLate={now > one.targetAt}
            marks={<Marks one={one} />}
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
