import type { HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { useLive } from '../../shared/live/live-provider';
import { useAskSurge } from '../../shared/page/use-ask-surge';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { surgeRequestWords } from './queue-words';

const said = surgeRequestWords;

const Answers = ({
  answers,
  now,
}: {
  readonly answers: NonNullable<HelpView['answers']>;
  readonly now: number;
}) => {
  const { can, cannot, invited, by, at } = answers;
  const open = Math.max(0, invited - can.length - cannot);
  return (
    <Banner icon="person">
      {said.askedBy(by, minutesBetween(at, now))}{' '}
      {can.length === 0 ? said.nobodyYet : said.can(can.join(', '))} {said.others(cannot, open)}
    </Banner>
  );
};

/** "Can anyone take one more?": polite, seldom, answered with one tap, and past nobody's limits. */
export const useSurgeRequest = () => {
  const answers = useLive((live) => live.help?.answers ?? null);
  const now = useNow(15_000);
  const { isBusy, mistake, ask } = useAskSurge();
  return {
    button: (
      <Button isBusy={isBusy} onPress={() => void ask()}>
        {said.requestSurge}
      </Button>
    ),
    told: (
      <>
        {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
        {answers === null ? null : <Answers answers={answers} now={now} />}
      </>
    ),
  };
};
