import { useMemo } from 'preact/hooks';
import type { VisitorConversation } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { usePassed } from '../page/use-passed';
import { HelpBeside, helpPosition, waitWords } from './wait-estimate';

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

/** That someone is back is said before everything else. */
const placeOf = (wait: VisitorConversation['wait'], isBack: boolean) =>
  helpPosition(wait) && (isBack ? 'beside' : helpPosition(wait));

export const WaitingWords = ({ view: { wait, wishes, helpFirst }, isHeld, isBack }: WaitingWordsProps) => {
  if (wait === 'nobody_on') return <NobodyOn />;
  const { sorry, expect } = waitWords(wait);
  const place = helpFirst ? 'first' : placeOf(wait, isBack);
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
