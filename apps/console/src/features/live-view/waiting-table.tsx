import type { LiveView } from '@warmline/contracts';
import { Banner, Button, Empty, Mark, Table, type TableColumn } from '@warmline/ui';
import { ofWaiting, type SupervisorAct, type ToActOn } from '../../shared/handover/to-act-on';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min } from '../../shared/i18n/spans';
import { minutesBetween } from '../../shared/page/use-now';
import { SafetyMark } from '../../shared/safety/safety-mark';
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

const BandCell = ({ band, safety, heldBefore }: Waiting) => (
  <span className="ui-table__marks">
    <SafetyMark safety={safety} />
    <Mark tone={band === 1 ? 'strong' : band === 2 ? 'accent' : 'plain'}>{bandWords[band]}</Mark>
    {heldBefore === null ? null : (
      <Mark tone="notice" icon="hand">
        {liveViewWords.heldBefore(heldBefore)}
      </Mark>
    )}
  </span>
);

const ActsCell = ({ one, board, now, onRead, onAct }: TableProps & { readonly one: Waiting }) => {
  const told = min(minutesBetween(one.waitingSince, now));
  return (
    <span className="ui-table__buttons">
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
  );
};

const columnsOf = (props: TableProps, longest: number): readonly TableColumn<Waiting>[] => [
  {
    key: 'waited',
    title: commonWords.waited,
    cell: ({ waitingSince }) => (
      <span className="wait">
        <span className="wait__told">{min(minutesBetween(waitingSince, props.now))}</span>
        <WaitBar wait={Math.max(0, props.now - waitingSince)} longest={longest} />
      </span>
    ),
  },
  { key: 'band', title: commonWords.answerOrder, cell: (one) => <BandCell {...one} /> },
  { key: 'language', title: commonWords.language, cell: ({ language }) => languageName(language) },
  {
    key: 'offered',
    title: liveViewWords.offered,
    cell: ({ offeredTo }) => offeredTo ?? <span className="ui-table__soft">{liveViewWords.notOffered}</span>,
  },
  { key: 'messages', title: liveViewWords.messages, kind: 'number', cell: ({ messages }) => messages },
  {
    key: 'visitor',
    title: commonWords.visitor,
    cell: ({ visitorPresent }) =>
      visitorPresent ? commonWords.here : <Mark>{commonWords.awayVisitor}</Mark>,
  },
  {
    key: 'actions',
    title: commonWords.open,
    kind: 'actions',
    cell: (one) => <ActsCell {...props} one={one} />,
  },
];

/** The people waiting, the longest wait first. */
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
  return (
    <>
      {freePeople(board).free === 0 ? (
        <Banner tone="notice" icon="person">
          {liveViewWords.noOneFree}
        </Banner>
      ) : null}
      <Table
        label={commonWords.waiting}
        columns={columnsOf(props, now - first.waitingSince)}
        rows={rows}
        rowKey={({ conversationId }) => conversationId}
      />
    </>
  );
};
