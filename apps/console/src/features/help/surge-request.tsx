import { useState } from 'react';
import type { HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import './help.css';
import { surgeRequestWords } from './help-words';

const said = surgeRequestWords;

const Question = ({
  asked,
  onTold,
}: {
  readonly asked: NonNullable<HelpView['asked']>;
  readonly onTold: (word: string) => void;
}) => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const answer = async (can: boolean): Promise<void> => {
    setBusy(true);
    const outcome = await client.views.help.showAnswer(client.send('surge:answer', { askId: asked.id, can }));
    setBusy(false);
    onTold(outcome.kind === 'done' ? (can ? said.thanks : said.fine) : outcomeWords(outcome));
  };
  return (
    <Banner
      icon="person"
      actions={
        <>
          <Button size="small" isBusy={isBusy} onPress={() => void answer(true)}>
            {said.yes}
          </Button>
          <Button size="small" kind="quiet" isBusy={isBusy} onPress={() => void answer(false)}>
            {said.no}
          </Button>
        </>
      }
    >
      <strong>{said.asked(asked.by)}</strong> {said.askedMore}
    </Banner>
  );
};

/** Whether one can take one more: one tap, no reason, and gone by itself. */
export const SurgeRequest = () => {
  const asked = useLive((live) => live.help?.asked ?? null);
  const [told, setTold] = useState<string | null>(null);
  // Hidden and not removed while nothing is asked: the focus has somewhere to stay between the question and its answer.
  return (
    <section className="help" aria-label={said.strip} tabIndex={-1} hidden={asked === null && told === null}>
      {asked !== null ? (
        <Question key={asked.id} asked={asked} onTold={setTold} />
      ) : told === null ? null : (
        <Banner
          isAnswer
          actions={
            <Button size="small" kind="quiet" onPress={() => setTold(null)}>
              {commonWords.dismiss}
            </Button>
          }
        >
          {told}
        </Banner>
      )}
    </section>
  );
};
