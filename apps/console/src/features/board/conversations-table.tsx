import type { Board } from '@warmline/contracts';
import { Button, Empty, Mark } from '@warmline/ui';
import { minutesBetween } from '../../app/now';
import { paceOf } from '../../app/pace';
import { words } from '../../app/words';
import { longestFirst } from './board-figures';
import type { TableProps } from './waiting-table';

type Running = Board['conversations'][number];

const PaceCell = ({ one, now }: { readonly one: Running; readonly now: number }) => {
  if (!one.visitorPresent) return <Mark>{words.board.visitorAway}</Mark>;
  const pace = paceOf(one, now);
  if (pace.name === 'waits')
    return (
      <Mark tone="notice" icon="clock">
        {words.board.waitsReply(pace.minutes)}
      </Mark>
    );
  if (pace.name === 'quiet') return <Mark icon="clock">{words.board.quiet(pace.minutes)}</Mark>;
  return <span className="table__soft">{words.board.steady}</span>;
};

const nameOf = (one: Running): string => one.visitorName || words.conversation.unnamed;

/** What runs now, longest first. */
export const ConversationsTable = ({ board, now, onRead }: TableProps) => {
  const rows = longestFirst(board);
  if (rows.length === 0)
    return (
      <Empty icon="speech" title={words.board.runningNone}>
        {words.board.runningNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={words.board.running}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.board.visitor}</th>
            <th scope="col">{words.board.responder}</th>
            <th scope="col">{words.board.length}</th>
            <th scope="col">{words.board.pace}</th>
            <th scope="col">{words.board.observers}</th>
            <th scope="col">
              <span className="ui-unseen">{words.board.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.conversationId}>
              <th scope="row">
                <bdi>{nameOf(one)}</bdi>
              </th>
              <td>{one.responderName}</td>
              <td className="table__figure">{words.min(minutesBetween(one.joinedAt, now))}</td>
              <td>
                <PaceCell one={one} now={now} />
              </td>
              <td className={one.observers.length === 0 ? 'table__soft' : ''}>
                {one.observers.length === 0 ? words.board.nobody : one.observers.join(', ')}
              </td>
              <td className="table__acts">
                <Button
                  size="small"
                  icon="eye"
                  aria-label={words.board.readWith(nameOf(one))}
                  onPress={() =>
                    onRead({ conversationId: one.conversationId, responderName: one.responderName })
                  }
                >
                  {words.board.read}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
