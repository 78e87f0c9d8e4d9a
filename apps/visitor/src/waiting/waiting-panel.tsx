import { useMemo } from 'preact/hooks';
import type { VisitorConversation } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { ConfirmButton } from '../page/confirm-button';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { usePassed } from '../page/use-passed';
import { useSignal } from '../page/use-signal';
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
  /** False for someone who was talking already: they are told in other words that they keep their place. */
  readonly isHeld: boolean;
  /** No one was there to answer, and someone is again. */
  readonly isBack: boolean;
}

/** What happens with a wish: for a while the service looks for such a person, then it takes the first who is free. */
const Wish = ({ wishes }: { readonly wishes: NonNullable<VisitorConversation['wishes']> }) => {
  const { skills, heldFor } = wishes;
  // Counted from when this view came, since the device's clock may be wrong.
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
  // That someone is back is said before everything else.
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

/** For a visitor who looks at another tab. It is off unless they turn it on. */
const WantsSignal = () => {
  const { joinSignal } = usePage().visit;
  const isWanted = useSignal(joinSignal.isWanted);
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          autocomplete="off"
          checked={isWanted}
          aria-describedby="signal-hint"
          onChange={({ currentTarget }) => joinSignal.want(currentTarget.checked)}
        />
        {words.waiting.signal}
      </label>
      <p id="signal-hint" class="hint">
        {words.waiting.signalHint}
      </p>
    </div>
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
      <WantsSignal />
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
