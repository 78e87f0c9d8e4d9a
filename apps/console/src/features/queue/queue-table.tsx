import type { Board } from '@warmline/contracts';
import { Empty, Mark, MenuButton } from '@warmline/ui';
import { languageName } from '../../shared/i18n/language-name';
import { words } from '../../shared/i18n/words';
import { minutesBetween } from '../../shared/page/use-now';
import { inOrder, isPastTarget, reasonsOf, TARGET_MINUTES, type Band, type Waiting } from './queue-rows';

export type QueueAct = 'band_1' | 'band_2' | 'band_3' | 'ask' | 'read' | 'take_over';

export interface QueueTableProps {
  readonly board: Board;
  readonly now: number;
  readonly onAct: (act: QueueAct, one: Waiting) => void;
}

const said = words.queue;
const BANDS: readonly Band[] = [1, 2, 3];

const BandCell = ({ one }: { readonly one: Waiting }) => (
  <span className="queue__band">
    <Mark tone={one.band === 1 ? 'strong' : one.band === 2 ? 'accent' : 'plain'}>{words.band[one.band]}</Mark>
    <span className="table__soft">{said.because[one.bandBecause]}</span>
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
  const reasons = reasonsOf(one);
  if (reasons.length > 0) return <>{reasons.join(' · ')}</>;
  return <span className="table__soft">{isPastTarget(one, now) ? said.nobodyOn : said.anyMoment}</span>;
};

const ActsCell = ({ one, told, onAct }: Pick<QueueTableProps, 'onAct'> & { one: Waiting; told: string }) => (
  <MenuButton<QueueAct>
    label={words.handover.board.moreWaiting(told)}
    entries={[
      { key: 'ask', label: said.ask, hint: said.askHint },
      { key: 'read', label: said.read, hint: said.readHint },
      {
        key: 'take_over',
        label: words.handover.board.takeOver,
        hint: words.handover.board.takeOverHint,
      },
      ...BANDS.filter((band) => band !== one.band).map((band) => ({
        key: `band_${band}` as const,
        label: said.bandTo(words.band[band]),
        hint: band < one.band ? said.bandHint.up : said.bandHint.down,
      })),
    ]}
    onChoose={(act) => onAct(act, one)}
  >
    {words.handover.board.more}
  </MenuButton>
);

const Row = ({ one, now, onAct }: Omit<QueueTableProps, 'board'> & { readonly one: Waiting }) => {
  const told = words.min(minutesBetween(one.waitingSince, now));
  return (
    <tr>
      <th scope="row" className="table__figure">
        <span className="queue__wait">
          {told}
          <span className="table__soft">{said.target(TARGET_MINUTES[one.band])}</span>
          {isPastTarget(one, now) ? (
            <Mark tone="notice" icon="clock">
              {said.pastTarget}
            </Mark>
          ) : null}
        </span>
      </th>
      <td>
        <BandCell one={one} />
      </td>
      <td>{languageName(one.language)}</td>
      <td className="queue__why">
        <WhyCell one={one} now={now} />
      </td>
      <td>{one.visitorPresent ? words.board.here : <Mark>{words.board.awayVisitor}</Mark>}</td>
      <td className="table__acts">
        <ActsCell one={one} told={told} onAct={onAct} />
      </td>
    </tr>
  );
};

/** Everyone who waits, in the order they are answered. */
export const QueueTable = ({ board, now, onAct }: QueueTableProps) => {
  const rows = inOrder(board, now);
  if (rows.length === 0)
    return (
      <Empty icon="check" title={words.board.waitingNone}>
        {words.board.waitingNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={words.board.waiting}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.board.waited}</th>
            <th scope="col">{words.board.band}</th>
            <th scope="col">{words.board.language}</th>
            <th scope="col">{said.why}</th>
            <th scope="col">{words.board.visitor}</th>
            <th scope="col">
              <span className="ui-unseen">{words.handover.board.acts}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.conversationId} one={one} now={now} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
