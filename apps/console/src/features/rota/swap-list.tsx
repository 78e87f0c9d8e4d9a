import type { AnswerSwap, ShiftSwapView } from '@warmline/contracts';
import { Button, Empty, Mark } from '@warmline/ui';
import { shiftTold, swapTold } from './rota-told';
import { rotaWords } from './rota-words';

interface SwapListProps {
  readonly swaps: readonly ShiftSwapView[];
  /** IANA name: the wall of the service. */
  readonly zone: string;
  readonly isBusy?: boolean;
  readonly onAnswer?: (swap: string, answer: AnswerSwap['answer']) => void;
}

const Acts = ({
  swap,
  zone,
  isBusy = false,
  onAnswer,
}: Omit<SwapListProps, 'swaps'> & { readonly swap: ShiftSwapView }) => {
  if (swap.state !== 'asked' || onAnswer === undefined) return null;
  const shift = shiftTold(swap.given, zone);
  if (swap.mine === 'asked')
    return (
      <Button
        size="small"
        isDisabled={isBusy}
        aria-label={rotaWords.withdrawOf(shift)}
        onPress={() => onAnswer(swap.id, 'withdraw')}
      >
        {rotaWords.withdraw}
      </Button>
    );
  return (
    <>
      <Button
        size="small"
        isDisabled={isBusy}
        aria-label={rotaWords.declineOf(shift)}
        onPress={() => onAnswer(swap.id, 'decline')}
      >
        {rotaWords.decline}
      </Button>
      <Button
        size="small"
        kind="main"
        isDisabled={isBusy}
        aria-label={rotaWords.agreeTo(shift)}
        onPress={() => onAnswer(swap.id, 'agree')}
      >
        {rotaWords.agree}
      </Button>
    </>
  );
};

/** Shifts that were offered, the newest first, and what became of each. */
export const SwapList = ({ swaps, ...rest }: SwapListProps) =>
  swaps.length === 0 ? (
    <Empty icon="note" title={rotaWords.noSwaps}>
      {rotaWords.noSwapsMore}
    </Empty>
  ) : (
    <ul className="own-rota__list">
      {swaps.map((swap) => (
        <li key={swap.id} className="own-rota__row">
          <span>
            {swapTold(swap, rest.zone)}
            {swap.back === null ? null : (
              <span className="own-rota__soft">{rotaWords.back(shiftTold(swap.back, rest.zone))}</span>
            )}
          </span>
          <Mark tone={swap.state === 'asked' ? 'notice' : 'plain'}>{rotaWords.states[swap.state]}</Mark>
          <span className="own-rota__acts">
            <Acts swap={swap} {...rest} />
          </span>
        </li>
      ))}
    </ul>
  );
