import type { LiveView } from '@warmline/contracts';
import { Empty, Mark, MenuButton, Table, type TableColumn } from '@warmline/ui';
import { SILENT_TARGETS } from '@warmline/vocabulary';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min } from '../../shared/i18n/spans';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { minutesBetween } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { isHeldByAnswer, isPastTarget, reasonsOf, type Band, type Waiting } from './queue-rows';
import { queueWords } from './queue-words';

export type QueueAct = 'band_1' | 'band_2' | 'band_3' | 'ask' | 'read' | 'take_over';

export interface QueueTableProps {
  readonly board: LiveView;
  readonly now: number;
  readonly onAct: (act: QueueAct, one: Waiting) => void;
}

const said = queueWords;
const BANDS: readonly Band[] = [1, 2, 3];

/** The targets of band 1 are of one minute each. */
const holdWordsOf = (hold: NonNullable<Waiting['hold']>): string =>
  hold === 'silent' ? said.hold.silent(SILENT_TARGETS) : said.hold[hold];

const BandCell = ({ one }: { readonly one: Waiting }) => (
  <span className="queue__band">
    <SafetyMark safety={one.safety} />
    <Mark tone={one.band === 1 ? 'strong' : one.band === 2 ? 'accent' : 'plain'}>{bandWords[one.band]}</Mark>
    <span className="ui-table__soft">{said.because[one.bandBecause]}</span>
    {one.hold === null ? null : <span className="queue__hold">{holdWordsOf(one.hold)}</span>}
    {one.lowered === null ? null : (
      <span className="queue__lowered">
        {said.loweredBy(one.lowered.by, said.lowering[one.lowered.reason])}
      </span>
    )}
  </span>
);

/** Who is being asked, or why nobody is: each reason, and how many people it holds back. */
const WhyCell = ({ one, now }: { readonly one: Waiting; readonly now: number }) => {
  if (one.offeredTo !== null) return <>{said.askedNow(one.offeredTo)}</>;
  if (one.hold === 'set_aside') return <>{said.notOffered}</>;
  const reasons = reasonsOf(one);
  if (reasons.length > 0) return <>{reasons.join(' · ')}</>;
  return <span className="ui-table__soft">{isPastTarget(one, now) ? said.nobodyOn : said.anyMoment}</span>;
};

const ActsCell = ({ one, told, onAct }: Pick<QueueTableProps, 'onAct'> & { one: Waiting; told: string }) => (
  <MenuButton<QueueAct>
    label={commonWords.moreWaiting(visitorCalled(one.visitorName, one.conversationId), told)}
    entries={[
      { key: 'ask', label: said.ask, hint: said.askHint },
      { key: 'read', label: said.read, hint: said.readHint },
      {
        key: 'take_over',
        label: commonWords.takeOver,
        hint: commonWords.takeOverHint,
      },
      ...(isHeldByAnswer(one)
        ? [{ key: 'band_1' as const, label: said.liftHold, hint: said.liftHoldHint }]
        : []),
      ...BANDS.filter((band) => band !== one.band).map((band) => ({
        key: `band_${band}` as const,
        label: said.bandTo(bandWords[band]),
        hint: band < one.band ? said.bandHint.up : said.bandHint.down,
      })),
    ]}
    onChoose={(act) => onAct(act, one)}
  >
    {commonWords.more}
  </MenuButton>
);

const WaitedCell = ({ one, now }: { readonly one: Waiting; readonly now: number }) => (
  <span className="queue__wait">
    {min(minutesBetween(one.waitingSince, now))}
    <span className="ui-table__soft">{said.target(minutesBetween(one.waitingSince, one.targetAt))}</span>
    {isPastTarget(one, now) ? (
      <Mark tone="notice" icon="clock">
        {said.pastTarget}
      </Mark>
    ) : null}
  </span>
);

const columnsOf = ({
  now,
  onAct,
}: Pick<QueueTableProps, 'now' | 'onAct'>): readonly TableColumn<Waiting>[] => [
  {
    key: 'waited',
    title: commonWords.waited,
    kind: 'figure',
    cell: (one) => <WaitedCell one={one} now={now} />,
  },
  { key: 'band', title: commonWords.answerOrder, cell: (one) => <BandCell one={one} /> },
  { key: 'language', title: commonWords.language, cell: ({ language }) => languageName(language) },
  {
    key: 'why',
    title: said.why,
    className: 'queue__why',
    cell: (one) => <WhyCell one={one} now={now} />,
  },
  {
    key: 'visitor',
    title: commonWords.visitor,
    cell: ({ conversationId, visitorName, visitorPresent }) => (
      <>
        <VisitorName name={visitorName} conversationId={conversationId} />{' '}
        {visitorPresent ? commonWords.here : <Mark>{commonWords.awayVisitor}</Mark>}
      </>
    ),
  },
  {
    key: 'actions',
    title: commonWords.actions,
    kind: 'actions',
    cell: (one) => <ActsCell one={one} told={min(minutesBetween(one.waitingSince, now))} onAct={onAct} />,
  },
];

/** Everyone who waits, in the order they are answered. */
export const QueueTable = ({ board, now, onAct }: QueueTableProps) => {
  const rows = board.waiting;
  if (rows.length === 0)
    return (
      <Empty icon="check" title={commonWords.waitingNone}>
        {commonWords.waitingNoneMore}
      </Empty>
    );
  return (
    <Table
      label={commonWords.waiting}
      columns={columnsOf({ now, onAct })}
      rows={rows}
      rowKey={({ conversationId }) => conversationId}
    />
  );
};
