import type { VisitorConversation, Wait } from '@warmline/contracts';
import { Confirmed } from '../parts/confirmed';
import { HelpList } from '../parts/help-list';
import { words } from '../words/words';

const CalmThings = () => {
  const { lead, groundTitle, ground, groundHint, breathTitle, breath, breathHint } = words.calm;
  return (
    <>
      <p>{lead}</p>
      <h2 class="small">{groundTitle}</h2>
      <ol class="steps">
        {ground.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{groundHint}</p>
      <h2 class="small">{breathTitle}</h2>
      <div class="breath" aria-hidden="true" />
      <ol class="steps">
        {breath.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{breathHint}</p>
    </>
  );
};

export const waitWords = (wait: Wait): string => words.waiting[typeof wait === 'string' ? wait : 'unknown'];

interface WaitingWordsProps {
  readonly view: VisitorConversation;
  /** Not said to someone who was talking already: they are told about their place in other words. */
  readonly isHeld: boolean;
}

export const WaitingWords = ({ view, isHeld }: WaitingWordsProps) => (
  <p class="notice wait-words">
    <b>{waitWords(view.wait)}</b> {isHeld && words.waiting.held}
  </p>
);

export const WhileWaiting = ({ onStop }: { readonly onStop: () => void }) => {
  const { waiting } = words;
  return (
    <div class="while-waiting">
      <details class="more">
        <summary>{waiting.things}</summary>
        <CalmThings />
      </details>
      <details class="more">
        <summary>{waiting.help}</summary>
        <HelpList />
      </details>
      <Confirmed
        label={waiting.stop}
        ask={waiting.stopAsk}
        yes={waiting.stopYes}
        no={waiting.stopNo}
        onYes={onStop}
      />
    </div>
  );
};
