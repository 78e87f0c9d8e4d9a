import { useEffect, useRef, useState } from 'react';
import { Banner, Button, OutsideStack, Tick } from '@warmline/ui';
import type { CheckIn } from '@warmline/vocabulary';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { wellbeingWords } from './wellbeing-words';

const ANSWERS: readonly CheckIn[] = ['yes', 'one_at_a_time', 'not_today'];
const said = wellbeingWords.checkIn;

export interface CheckInCardProps {
  /** The person opened it, so the focus comes along. */
  readonly isAskedFor: boolean;
  readonly onDone: () => void;
}

/** The question at the beginning of a shift. Every answer is as good as the others. */
export const CheckInCard = ({ isAskedFor, onDone }: CheckInCardProps) => {
  const client = useClient();
  const takesSurge = useLive((live) => live.desk?.wellbeing.shift?.takesSurge ?? false);
  const [isSurge, setSurge] = useState(takesSurge);
  const { isBusy, mistake, act } = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAskedFor) title.current?.focus();
  }, [isAskedFor]);
  const answer = async (checkIn: CheckIn): Promise<void> => {
    if (
      await act(() =>
        client.send('shift:check_in', { answer: checkIn, takesSurge: isSurge && checkIn !== 'not_today' }),
      )
    )
      onDone();
  };
  return (
    <section className="day day--card" aria-label={said.title}>
      <h2 className="day__title" ref={title} tabIndex={-1}>
        {said.title}
      </h2>
      <p className="day__lead">{said.lead}</p>
      <div className="day__answers">
        {ANSWERS.map((one) => (
          <Button key={one} isBusy={isBusy} onPress={() => void answer(one)}>
            {said.answers[one]}
          </Button>
        ))}
      </div>
      <Tick label={said.surge} isTicked={isSurge} onChange={setSurge} />
      <OutsideStack>{mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}</OutsideStack>
    </section>
  );
};
