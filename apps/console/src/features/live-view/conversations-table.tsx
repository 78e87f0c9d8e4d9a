import type { LiveView } from '@warmline/contracts';
import { Button, Empty, Mark } from '@warmline/ui';
import { paceOf } from '../../shared/desk/pace';
import { ofRunning } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { min } from '../../shared/i18n/spans';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween } from '../../shared/page/use-now';
import { ActMenu } from './act-menu';
import { longestFirst, openHandoverOf } from './live-view-figures';
import { liveViewWords } from './live-view-words';
import type { TableProps } from './waiting-table';

type Running = LiveView['conversations'][number];

const PaceCell = ({ one, now }: { readonly one: Running; readonly now: number }) => {
  if (!one.visitorPresent) return <Mark>{liveViewWords.visitorAway}</Mark>;
  const pace = paceOf(one, now);
  if (pace.name === 'waits')
    return (
      <Mark tone="notice" icon="clock">
        {liveViewWords.waitsReply(pace.minutes)}
      </Mark>
    );
  if (pace.name === 'quiet') return <Mark icon="clock">{liveViewWords.quiet(pace.minutes)}</Mark>;
  return <span className="table__soft">{liveViewWords.steady}</span>;
};

const ResponderCell = ({ one, board }: { readonly one: Running; readonly board: LiveView }) => {
  const handover = openHandoverOf(board, one.conversationId);
  const said = liveViewWords;
  return (
    <span className="table__both">
      {one.responderName}
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
    </span>
  );
};

const ObserversCell = ({ one }: { readonly one: Running }) => {
  const { observers, toObserve } = one;
  if (observers.length > 0) return <>{observers.join(', ')}</>;
  if (toObserve === null) return <span className="table__soft">{liveViewWords.nobody}</span>;
  return (
    <Mark tone="accent" icon="eye">
      {liveViewWords.readAlong[toObserve]}
    </Mark>
  );
};

const Acts = ({ one, board, onRead, onAct }: Omit<TableProps, 'now'> & { readonly one: Running }) => {
  const isMine = useLive(({ desk }) => desk?.me.id === one.responderId);
  return (
    <span className="table__acts-row">
      <Button
        size="small"
        icon="eye"
        aria-label={commonWords.readWith(nameOf(one))}
        onPress={() => onRead({ conversationId: one.conversationId, responderName: one.responderName })}
      >
        {commonWords.read}
      </Button>
      {isMine ? null : (
        <ActMenu
          what={ofRunning(one)}
          isUnderWay={openHandoverOf(board, one.conversationId) !== null}
          label={liveViewWords.actsFor(nameOf(one))}
          onAct={onAct}
        />
      )}
    </span>
  );
};

const nameOf = (one: Running): string => one.visitorName || commonWords.unnamed;

/** What runs now, longest first. */
export const ConversationsTable = ({ board, now, onRead, onAct }: TableProps) => {
  const rows = longestFirst(board);
  if (rows.length === 0)
    return (
      <Empty icon="speech" title={liveViewWords.runningNone}>
        {liveViewWords.runningNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={liveViewWords.running}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{commonWords.visitor}</th>
            <th scope="col">{liveViewWords.responder}</th>
            <th scope="col">{liveViewWords.length}</th>
            <th scope="col">{liveViewWords.pace}</th>
            <th scope="col">{liveViewWords.observers}</th>
            <th scope="col">
              <span className="ui-unseen">{commonWords.open}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.conversationId}>
              <th scope="row">
                <bdi>{nameOf(one)}</bdi>
              </th>
              <td>
                <ResponderCell one={one} board={board} />
              </td>
              <td className="table__figure">{min(minutesBetween(one.joinedAt, now))}</td>
              <td>
                <PaceCell one={one} now={now} />
              </td>
              <td>
                <ObserversCell one={one} />
              </td>
              <td className="table__acts">
                <Acts one={one} board={board} onRead={onRead} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
