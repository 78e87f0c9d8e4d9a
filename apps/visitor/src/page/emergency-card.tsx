import { locale, words } from '../language/catalogue';

/** Whom to call now, in a sentence. It says that a number is free only where that is so. */
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

/** One line on every screen, which opens. It is open already for someone who said they are in danger. */
export const EmergencyCard = ({ isLarge }: { readonly isLarge: boolean }) => (
  <details class="emergency" open={isLarge}>
    <summary>
      {words.emergency.summary} <b>{locale.emergency.shown}</b>
    </summary>
    <CallNow />
  </details>
);
