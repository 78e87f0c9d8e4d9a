import { locale, words } from '../language/catalogue';

/** Who to call now, in a sentence. It says that a number is free only where that is so. */
export const CallNow = () => {
  const { emergency, listener } = locale;
  const { before, between, free, on, after } = words.emergency;
  return (
    <p>
      {before}
      <a href={emergency.href}>{emergency.shown}</a>
      {between}
      {listener.name}
      {listener.isFree ? free : on}
      <a href={listener.href}>{listener.shown}</a>
      {after}
    </p>
  );
};

/** Beside a chat in danger: each number is one tap away, and the words of the chat keep the screen. */
export const EmergencyNumbers = () => {
  const { emergency, listener } = locale;
  const { summary, free, on } = words.emergency;
  return (
    <div class="call-now">
      <a class="emergency" href={emergency.href}>
        <small>{summary}</small> <b>{emergency.shown}</b>
      </a>
      <a class="emergency" href={listener.href}>
        <small>{listener.name}</small>
        <span class="unseen">{listener.isFree ? free : on}</span>
        <b>{listener.shown}</b>
      </a>
    </div>
  );
};

/** One line on every screen, which opens. It is open already for someone who said they are in danger. */
export const EmergencyCard = ({ isLarge }: { readonly isLarge: boolean }) => (
  <details class="emergency" open={isLarge}>
    <summary>
      {words.emergency.summary} <b>{locale.emergency.shown}</b>
    </summary>
    <CallNow />
  </details>
);
