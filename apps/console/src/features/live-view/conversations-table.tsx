import type { LiveView } from '@warmline/contracts';
import { Button, Empty, Mark, Table, type TableColumn } from '@warmline/ui';
import { paceOf } from '../../shared/desk/pace';
import { ofRunning } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { min } from '../../shared/i18n/spans';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { safetyWords } from '../../shared/safety/safety-words';
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
  return <span className="ui-table__soft">{liveViewWords.steady}</span>;
};

const ResponderCell = ({ one, board }: { readonly one: Running; readonly board: LiveView }) => {
  const handover = openHandoverOf(board, one.conversationId);
  const said = liveViewWords;
  return (
    <span className="ui-table__marks">
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
  if (toObserve === null) return <span className="ui-table__soft">{liveViewWords.nobody}</span>;
  return (
    <Mark tone="accent" icon="eye">
      {liveViewWords.readAlong[toObserve]}
    </Mark>
  );
};

const Acts = ({ one, board, onRead, onAct }: Omit<TableProps, 'now'> & { readonly one: Running }) => {
  const isMine = useLive(({ desk }) => desk?.me.id === one.responderId);
  return (
    <span className="ui-table__buttons">
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
  const columns: readonly TableColumn<Running>[] = [
    { key: 'visitor', title: commonWords.visitor, cell: (one) => <VisitorName name={one.visitorName} /> },
    { key: 'safety', title: safetyWords.title, cell: ({ safety }) => <SafetyMark safety={safety} /> },
    {
      key: 'responder',
      title: liveViewWords.responder,
      cell: (one) => <ResponderCell one={one} board={board} />,
    },
    {
      key: 'length',
      title: liveViewWords.length,
      kind: 'figure',
      cell: ({ joinedAt }) => min(minutesBetween(joinedAt, now)),
    },
    { key: 'pace', title: liveViewWords.pace, cell: (one) => <PaceCell one={one} now={now} /> },
    { key: 'observers', title: liveViewWords.observers, cell: (one) => <ObserversCell one={one} /> },
    {
      key: 'actions',
      title: commonWords.open,
      kind: 'actions',
      cell: (one) => <Acts one={one} board={board} onRead={onRead} onAct={onAct} />,
    },
  ];
  return (
    <Table
      label={liveViewWords.running}
      columns={columns}
      rows={rows}
      rowKey={({ conversationId }) => conversationId}
    />
  );
};
