import type { LiveView } from '@warmline/contracts';
import { Banner, Button, Empty, Mark } from '@warmline/ui';
import { ofWaiting, type SupervisorAct, type ToActOn } from '../../shared/handover/to-act-on';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min } from '../../shared/i18n/spans';
import { minutesBetween } from '../../shared/page/use-now';
import { ActMenu } from './act-menu';
import { freePeople, isUnderWay, longestWaitsFirst } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Waiting = LiveView['waiting'][number];

export interface ToRead {
  readonly conversationId: string;
  readonly responderName: string | null;
}

export interface TableProps {
  readonly board: LiveView;
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
  const told = min(minutesBetween(one.waitingSince, now));
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
            {bandWords[one.band]}
          </Mark>
          {one.heldBefore === null ? null : (
            <Mark tone="notice" icon="hand">
              {liveViewWords.heldBefore(one.heldBefore)}
            </Mark>
          )}
        </span>
      </td>
      <td>{languageName(one.language)}</td>
      <td className={one.offeredTo === null ? 'table__soft' : ''}>
        {one.offeredTo ?? liveViewWords.notOffered}
      </td>
      <td className="table__number">{one.messages}</td>
      <td>{one.visitorPresent ? commonWords.here : <Mark>{commonWords.awayVisitor}</Mark>}</td>
      <td className="table__acts">
        <span className="table__acts-row">
          <Button
            size="small"
            aria-label={liveViewWords.readWaiting(told)}
            onPress={() => onRead({ conversationId: one.conversationId, responderName: null })}
          >
            {commonWords.read}
          </Button>
          <ActMenu
            what={ofWaiting(one)}
            isUnderWay={isUnderWay(board, one.conversationId)}
            label={commonWords.moreWaiting(told)}
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
      <Empty icon="check" title={commonWords.waitingNone}>
        {commonWords.waitingNoneMore}
      </Empty>
    );
  const longest = now - first.waitingSince;
  return (
    <>
      {freePeople(board).free === 0 ? (
        <Banner tone="notice" icon="person">
          {liveViewWords.noOneFree}
        </Banner>
      ) : null}
      <div className="table__box" tabIndex={0} role="group" aria-label={commonWords.waiting}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{commonWords.waited}</th>
              <th scope="col">{commonWords.answerOrder}</th>
              <th scope="col">{commonWords.language}</th>
              <th scope="col">{liveViewWords.offered}</th>
              <th scope="col" className="table__number">
                {liveViewWords.messages}
              </th>
              <th scope="col">{commonWords.visitor}</th>
              <th scope="col">
                <span className="ui-unseen">{commonWords.open}</span>
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
