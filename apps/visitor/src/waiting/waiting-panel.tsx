import { useMemo } from 'preact/hooks';
import type { VisitorConversation } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { ConfirmButton } from '../page/confirm-button';
import { HelpList } from '../page/help-list';
import { usePassed } from '../page/use-passed';
import { HelpBeside, helpPosition, waitWords } from './wait-estimate';

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
  /** Nobody was there, and somebody is again. */
  readonly isBack: boolean;
}

/** What became of a wish: looked for first, and after a while whoever is there. */
const Wish = ({ wishes }: { readonly wishes: NonNullable<VisitorConversation['wishes']> }) => {
  const { skills, heldFor } = wishes;
  // Counted from when this view came: what a device takes the time to be says nothing.
  const { cameAt } = useMemo(() => ({ wishes, cameAt: Date.now() }), [wishes]);
  const isRelaxed = usePassed(cameAt, heldFor);
  return <p class="hint">{isRelaxed ? words.wishes.relaxed : words.wishes.held(skills.join(', '))}</p>;
};

const NobodyOn = () => (
  <>
    <p class="notice wait-words">
      <b>{words.waiting.nobody_on}</b> {words.waiting.nobodyMore}
    </p>
    <HelpBeside />
  </>
);

export const WaitingWords = ({ view: { wait, wishes }, isHeld, isBack }: WaitingWordsProps) => {
  if (wait === 'nobody_on') return <NobodyOn />;
  const { sorry, expect } = waitWords(wait);
  // That somebody is back comes before everything else.
  const place = helpPosition(wait) && (isBack ? 'beside' : helpPosition(wait));
  const { back, held } = words.waiting;
  return (
    <>
      {place === 'first' && <HelpBeside />}
      <p class="notice wait-words">
        {isBack && back} {sorry} <b>{expect}</b> {isHeld && sorry === null && held}
      </p>
      {wishes !== undefined && <Wish wishes={wishes} />}
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
      {helpPosition(view.wait) === null && (
        <details class="more">
          <summary>{waiting.help}</summary>
          <HelpList />
        </details>
      )}
      <ConfirmButton
        label={waiting.stop}
        ask={waiting.stopAsk}
        yes={waiting.stopYes}
        no={waiting.stopNo}
        onYes={onStop}
      />
    </div>
  );
};
