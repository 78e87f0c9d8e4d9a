import type { LiveView } from '@warmline/contracts';
import { Empty, Mark, MenuButton } from '@warmline/ui';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min } from '../../shared/i18n/spans';
import { minutesBetween } from '../../shared/page/use-now';
import { inOrder, isPastTarget, reasonsOf, TARGET_MINUTES, type Band, type Waiting } from './queue-rows';
import { queueWords } from './queue-words';

export type QueueAct = 'band_1' | 'band_2' | 'band_3' | 'ask' | 'read' | 'take_over';

export interface QueueTableProps {
  readonly board: LiveView;
  readonly now: number;
  readonly onAct: (act: QueueAct, one: Waiting) => void;
}

const said = queueWords;
const BANDS: readonly Band[] = [1, 2, 3];

const BandCell = ({ one }: { readonly one: Waiting }) => (
  <span className="queue__band">
    <Mark tone={one.band === 1 ? 'strong' : one.band === 2 ? 'accent' : 'plain'}>{bandWords[one.band]}</Mark>
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
    label={commonWords.moreWaiting(told)}
    entries={[
      { key: 'ask', label: said.ask, hint: said.askHint },
      { key: 'read', label: said.read, hint: said.readHint },
      {
        key: 'take_over',
        label: commonWords.takeOver,
        hint: commonWords.takeOverHint,
      },
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

const Row = ({ one, now, onAct }: Omit<QueueTableProps, 'board'> & { readonly one: Waiting }) => {
  const told = min(minutesBetween(one.waitingSince, now));
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
      <td>{one.visitorPresent ? commonWords.here : <Mark>{commonWords.awayVisitor}</Mark>}</td>
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
      <Empty icon="check" title={commonWords.waitingNone}>
        {commonWords.waitingNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={commonWords.waiting}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{commonWords.waited}</th>
            <th scope="col">{commonWords.answerOrder}</th>
            <th scope="col">{commonWords.language}</th>
            <th scope="col">{said.why}</th>
            <th scope="col">{commonWords.visitor}</th>
            <th scope="col">
              <span className="ui-unseen">{commonWords.actions}</span>
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
