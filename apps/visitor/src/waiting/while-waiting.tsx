import type { VisitorConversation } from '@warmline/contracts';
import { words } from '../language/catalogue';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import { helpPosition } from './wait-estimate';

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

/** Things to do beside the wait, and who else is there. */
export const WhileWaiting = ({ view }: { readonly view: VisitorConversation }) => {
  const { waiting, before } = words;
  return (
    <>
      <WantsSignal />
      <details class="more">
        <summary>{waiting.things}</summary>
        <CalmThings />
      </details>
      <details class="more">
        <summary>{before.privateLead}</summary>
        <p>{before.privateText}</p>
        <p>
          <b>{before.tellLead}</b> {before.tellText}
        </p>
        {before.privacy.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
      {!view.helpFirst && helpPosition(view.wait) === null && (
        <details class="more">
          <summary>{waiting.help}</summary>
          <HelpList />
        </details>
      )}
    </>
  );
};
