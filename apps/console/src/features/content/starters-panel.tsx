import { Button, Empty, Mark } from '@warmline/ui';
import type { Snippet } from '../../shared/content/content-query';
import { commonWords } from '../../shared/i18n/common-words';
import { WithContent } from './content-states';
import { contentWords } from './content-words';
import { usePutInReply } from './put-in-reply';
import './panels.css';

const STAGES = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;

interface SnippetCardProps {
  readonly snippet: Snippet;
  readonly isAdded: boolean;
  readonly onPut: (() => void) | null;
}

const SnippetCard = ({ snippet, isAdded, onPut }: SnippetCardProps) => (
  <li className="content-card">
    <h4 className="content-card__title">{snippet.title}</h4>
    <p className="content-card__quote">{snippet.body}</p>
    <div className="content-card__foot">
      {snippet.sendsUnedited ? <Mark tone="accent">{contentWords.fact}</Mark> : <span />}
      {onPut === null ? null : (
        <Button size="small" onPress={onPut}>
          {snippet.sendsUnedited ? contentWords.sendAsIs : contentWords.startFrom}
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

/** Approved starters, in the order a conversation tends to take. */
export const SnippetsPanel = ({ conversationId }: { readonly conversationId: string | null }) => {
  const { addedKey, put } = usePutInReply(conversationId);
  return (
    <div className="panel">
      <h2 className="ui-unseen">{contentWords.snippets}</h2>
      <p className="panel__hint">{contentWords.snippetsHint}</p>
      <WithContent>
        {({ starters: snippets }) =>
          snippets.length === 0 ? (
            <Empty icon="note" title={contentWords.noSnippets} />
          ) : (
            STAGES.map((stage) => {
              const ofStage = snippets.filter((snippet) => snippet.stage === stage);
              return ofStage.length === 0 ? null : (
                <section key={stage} className="panel__stage">
                  <h3 className="desk__heading">{commonWords.steps[stage]}</h3>
                  <ul className="panel__list">
                    {ofStage.map((snippet) => (
                      <SnippetCard
                        key={snippet.id}
                        snippet={snippet}
                        isAdded={addedKey === snippet.id}
                        onPut={conversationId === null ? null : () => put(snippet.id, snippet.body)}
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
