import { useState } from 'react';
import { Button, Empty, Mark } from '@warmline/ui';
import type { Starter } from '../../shared/content/content-query';
import { STAGES, useStage, type Stage } from '../../shared/desk/stage';
import { commonWords } from '../../shared/i18n/common-words';
import { WithContent } from './content-states';
import { contentWords } from './content-words';
import { usePutInReply } from './put-in-reply';
import './panels.css';

interface StarterCardProps {
  readonly starter: Starter;
  readonly isAdded: boolean;
  readonly onPut: (() => void) | null;
}

const StarterCard = ({ starter, isAdded, onPut }: StarterCardProps) => (
  <li className="content-card">
    <h4 className="content-card__title">{starter.title}</h4>
    <p className="content-card__quote">{starter.body}</p>
    <div className="content-card__foot">
      {starter.sendsUnedited ? <Mark tone="accent">{contentWords.fact}</Mark> : <span />}
      {onPut === null ? null : (
        <Button size="small" onPress={onPut}>
          {starter.sendsUnedited ? contentWords.sendAsIs : contentWords.startFrom}
        </Button>
      )}
    </div>
    {isAdded ? (
      <p className="content-card__added" role="status">
        {contentWords.added}
      </p>
    ) : null}
  </li>
);

const Prompts = ({ stage, onAll }: { readonly stage: Stage; readonly onAll: () => void }) => (
  <section className="panel__prompts" aria-label={contentWords.promptsOf(commonWords.steps[stage])}>
    <h3 className="desk__heading">{contentWords.promptsOf(commonWords.steps[stage])}</h3>
    <ul>
      {contentWords.prompts[stage].map((prompt) => (
        <li key={prompt}>{prompt}</li>
      ))}
    </ul>
    <Button size="small" kind="quiet" onPress={onAll}>
      {contentWords.allSteps}
    </Button>
  </section>
);

/** Approved starters, in the order a conversation tends to take. */
export const StartersPanel = ({ conversationId }: { readonly conversationId: string | null }) => {
  const { addedKey, put } = usePutInReply(conversationId);
  const chosen = useStage(conversationId);
  const [isAll, setAll] = useState<Stage | null>(null);
  // Choosing another step shows that step again.
  const only = chosen === null || isAll === chosen ? null : chosen;
  return (
    <div className="panel">
      <h2 className="ui-unseen">{contentWords.starters}</h2>
      {only === null ? null : <Prompts stage={only} onAll={() => setAll(only)} />}
      <p className="panel__hint">{contentWords.startersHint}</p>
      <WithContent>
        {({ starters }) =>
          starters.length === 0 ? (
            <Empty icon="note" title={contentWords.noStarters} />
          ) : (
            STAGES.filter((stage) => only === null || stage === only).map((stage) => {
              const ofStage = starters.filter((starter) => starter.stage === stage);
              return ofStage.length === 0 ? null : (
                <section key={stage} className="panel__stage">
                  <h3 className="desk__heading">{commonWords.steps[stage]}</h3>
                  <ul className="panel__list">
                    {ofStage.map((starter) => (
                      <StarterCard
                        key={starter.id}
                        starter={starter}
                        isAdded={addedKey === starter.id}
                        onPut={conversationId === null ? null : () => put(starter.id, starter.body)}
                      />
                    ))}
                  </ul>
                </section>
              );
            })
          )
        }
      </WithContent>
    </div>
  );
};
