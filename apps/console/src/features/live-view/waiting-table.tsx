import type { Board } from '@warmline/contracts';
import { Banner, Button, Empty, Mark } from '@warmline/ui';
import { ofWaiting, type SupervisorAct, type ToActOn } from '../../shared/handover/to-act-on';
import { languageName } from '../../shared/i18n/language-name';
import { words } from '../../shared/i18n/words';
import { minutesBetween } from '../../shared/page/use-now';
import { ActMenu } from './act-menu';
import { freePeople, isUnderWay, longestWaitsFirst } from './live-view-figures';

type Waiting = Board['waiting'][number];

export interface ToRead {
  readonly conversationId: string;
  readonly responderName: string | null;
}

export interface TableProps {
  readonly board: Board;
  readonly now: number;
  readonly onRead: (what: ToRead) => void;
  readonly onAct: (act: SupervisorAct, what: ToActOn) => void;
}

/** The bar is as long as the wait, against the longest one now; the number beside it says the same. */
const WaitBar = ({ wait, longest }: { readonly wait: number; readonly longest: number }) => (
  <svg className="wait-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="wait-bar__ground" width="100" height="8" rx="4" />
    <rect
      className="wait-bar__wait"
      width={Math.max(3, (wait / Math.max(longest, 1)) * 100)}
      height="8"
      rx="4"
    />
  </svg>
);

interface RowProps extends TableProps {
  readonly one: Waiting;
  readonly longest: number;
}

const Row = ({ one, board, now, longest, onRead, onAct }: RowProps) => {
  const wait = Math.max(0, now - one.waitingSince);
  const told = words.min(minutesBetween(one.waitingSince, now));
  return (
    <tr>
      <th scope="row">
        <span className="wait">
          <span className="wait__told">{told}</span>
          <WaitBar wait={wait} longest={longest} />
        </span>
      </th>
      <td>
        <span className="table__both">
          <Mark tone={one.band === 1 ? 'strong' : one.band === 2 ? 'accent' : 'plain'}>
            {words.band[one.band]}
          </Mark>
          {one.heldBefore === null ? null : (
            <Mark tone="notice" icon="hand">
              {words.handover.board.heldBefore(one.heldBefore)}
            </Mark>
          )}
        </span>
      </td>
      <td>{languageName(one.language)}</td>
      <td className={one.offeredTo === null ? 'table__soft' : ''}>
        {one.offeredTo ?? words.board.notOffered}
      </td>
      <td className="table__number">{one.messages}</td>
      <td>{one.visitorPresent ? words.board.here : <Mark>{words.board.awayVisitor}</Mark>}</td>
      <td className="table__acts">
        <span className="table__acts-row">
          <Button
            size="small"
            aria-label={words.board.readWaiting(told)}
            onPress={() => onRead({ conversationId: one.conversationId, responderName: null })}
          >
            {words.board.read}
          </Button>
          <ActMenu
            what={ofWaiting(one)}
            isUnderWay={isUnderWay(board, one.conversationId)}
            label={words.handover.board.moreWaiting(told)}
            onAct={onAct}
          />
        </span>
      </td>
    </tr>
  );
};

/** Who waits, longest first. */
export const WaitingTable = (props: TableProps) => {
  const { board, now } = props;
  const rows = longestWaitsFirst(board);
  const [first] = rows;
  if (first === undefined)
    return (
      <Empty icon="check" title={words.board.waitingNone}>
        {words.board.waitingNoneMore}
      </Empty>
    );
  const longest = now - first.waitingSince;
  return (
    <>
      {freePeople(board).free === 0 ? (
        <Banner tone="notice" icon="person">
          {words.board.noOneFree}
        </Banner>
      ) : null}
      <div className="table__box" tabIndex={0} role="group" aria-label={words.board.waiting}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.board.waited}</th>
              <th scope="col">{words.board.band}</th>
              <th scope="col">{words.board.language}</th>
              <th scope="col">{words.board.offered}</th>
              <th scope="col" className="table__number">
                {words.board.messages}
              </th>
              <th scope="col">{words.board.visitor}</th>
              <th scope="col">
                <span className="ui-unseen">{words.board.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Row key={one.conversationId} {...props} one={one} longest={longest} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
