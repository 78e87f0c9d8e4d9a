import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerSwap, AskSwap, OwnRota as Rota, PlannedShift, SwapAnswer } from '@warmline/contracts';
import { Banner, Button, Card, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useParts } from '../../shared/page/parts';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { OfferDialog } from './offer-dialog';
import './own-rota.css';
import { answerSwap, askSwap, ownRotaQuery } from './rota-requests';
import { shiftTold, trainingTold } from './rota-told';
import { rotaWords } from './rota-words';
import { SwapList } from './swap-list';

const useOwnRota = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(ownRotaQuery(parts));
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly isDone: boolean; readonly words: string } | null>(null);
  /** What went wrong, in words; null for nothing. */
  const settle = (answer: HttpAnswer<SwapAnswer>): string | null => {
    if (!answer.ok) return rotaWords.notSent;
    const came = answer.value;
    if (came.outcome === 'not_possible') return rotaWords.notPossible[came.whose][came.problem];
    queries.setQueryData(ownRotaQuery(parts).queryKey, came.own);
    return came.outcome === 'over' ? rotaWords.over : null;
  };
  return {
    query,
    isBusy,
    told,
    ask: async (asked: AskSwap): Promise<string | null> => settle(await askSwap(parts, asked)),
    answer: async (swap: string, answer: AnswerSwap['answer']): Promise<void> => {
      setBusy(true);
      const wrong = settle(await answerSwap(parts, swap, answer));
      setBusy(false);
      setTold({ isDone: wrong === null, words: wrong ?? rotaWords.done });
    },
  };
};

interface ShiftsCardProps {
  readonly rota: Rota;
  readonly onOffer: (shift: PlannedShift) => void;
}

/** The colleague who was asked to take this shift; undefined for none. */
const askedOf = ({ swaps }: Rota, shift: PlannedShift): string | undefined =>
  swaps.find(
    ({ state, mine, given }) => state === 'asked' && mine === 'asked' && given.beginsAt === shift.beginsAt,
  )?.of;

const ShiftsCard = ({ rota, onOffer }: ShiftsCardProps) => (
  <Card title={rotaWords.shifts} lead={rotaWords.shiftsLead}>
    {rota.shifts.length === 0 ? (
      <Empty icon="clock" title={rotaWords.noShifts}>
        {rotaWords.noShiftsMore}
      </Empty>
    ) : (
      <ul className="own-rota__list">
        {rota.shifts.map((shift) => {
          const told = shiftTold(shift, rota.zone);
          const asked = askedOf(rota, shift);
          return (
            <li key={shift.beginsAt} className="own-rota__row">
              <span>{told}</span>
              {asked === undefined ? (
                <Button size="small" aria-label={rotaWords.offerOf(told)} onPress={() => onOffer(shift)}>
                  {rotaWords.offer}
                </Button>
              ) : (
                <span className="own-rota__soft">{rotaWords.offered(asked)}</span>
              )}
            </li>
          );
        })}
      </ul>
    )}
  </Card>
);

const TrainingCard = ({ training }: Pick<Rota, 'training'>) => (
  <Card title={rotaWords.training} lead={rotaWords.trainingLead}>
    <ul className="own-rota__list">
      {training.map((record) => (
        <li
          key={record.module}
          className={`own-rota__row own-rota__training--${record.state === 'missing' ? 'expired' : record.state}`}
        >
          {trainingTold(record)}
        </li>
      ))}
    </ul>
  </Card>
);

/** A person's own shifts, swaps and training, on their account. */
export const OwnRota = () => {
  const { query, isBusy, told, ask, answer } = useOwnRota();
  const [offered, setOffered] = useState<PlannedShift | null>(null);
  return (
    <div className="board account own-rota">
      <PanelState
        content={query.data}
        loading={rotaWords.loading}
        hasFailed={query.isError}
        failed={rotaWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(rota) => (
          <>
            <ShiftsCard rota={rota} onOffer={setOffered} />
            <Card title={rotaWords.swaps} lead={rotaWords.swapsLead}>
              {told === null ? null : <Banner tone={told.isDone ? 'calm' : 'grave'}>{told.words}</Banner>}
              <SwapList
                swaps={rota.swaps}
                zone={rota.zone}
                isBusy={isBusy}
                onAnswer={(swap, given) => void answer(swap, given)}
              />
            </Card>
            <TrainingCard training={rota.training} />
            {offered === null ? null : (
              <OfferDialog shift={offered} rota={rota} onAsk={ask} onClose={() => setOffered(null)} />
            )}
          </>
        )}
      </PanelState>
    </div>
  );
};
