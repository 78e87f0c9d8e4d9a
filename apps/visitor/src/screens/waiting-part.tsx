import type { VisitorConversation } from '@warmline/contracts';
import { Confirmed } from '../parts/confirmed';
import { HelpList } from '../parts/help-list';
import { usePassed } from '../parts/use-passed';
import { HelpBeside, helpPlace, waitWords } from '../parts/wait-line';
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

interface WaitingWordsProps {
  readonly view: VisitorConversation;
  /** Not said to someone who was talking already: they are told about their place in other words. */
  readonly isHeld: boolean;
}

/** What became of a wish: looked for first, and after a while whoever is there. */
const Wish = ({ skills, heldUntil }: NonNullable<VisitorConversation['wishes']>) => {
  const isRelaxed = usePassed(heldUntil, 0);
  return <p class="hint">{isRelaxed ? words.wishes.relaxed : words.wishes.held(skills.join(', '))}</p>;
};

export const WaitingWords = ({ view: { wait, wishes }, isHeld }: WaitingWordsProps) => {
  const { sorry, expect } = waitWords(wait);
  const place = helpPlace(wait);
  return (
    <>
      {place === 'first' && <HelpBeside />}
      <p class="notice wait-words">
        {sorry} <b>{expect}</b> {isHeld && sorry === null && words.waiting.held}
      </p>
      {wishes !== undefined && <Wish {...wishes} />}
      {place === 'beside' && <HelpBeside />}
    </>
  );
};

interface WhileWaitingProps {
  readonly view: VisitorConversation;
  readonly onStop: () => void;
}

export const WhileWaiting = ({ view, onStop }: WhileWaitingProps) => {
  const { waiting } = words;
  return (
    <div class="while-waiting">
      <details class="more">
        <summary>{waiting.things}</summary>
        <CalmThings />
      </details>
      {helpPlace(view.wait) === null && (
        <details class="more">
          <summary>{waiting.help}</summary>
          <HelpList />
        </details>
      )}
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
