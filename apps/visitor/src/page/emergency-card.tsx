import { locale, words } from '../language/catalogue';

/** One line on every screen, which opens. It is open already for someone who said they are in danger. */
export const EmergencyCard = ({ isLarge }: { readonly isLarge: boolean }) => {
  const { emergency, listener } = locale;
  const { summary, before, between, free, after } = words.emergency;
  return (
    <details class="emergency" open={isLarge}>
      <summary>
        {summary} <b>{emergency.shown}</b>
      </summary>
      <p>
        {before}
        <a href={emergency.href}>{emergency.shown}</a>
        {between}
        {listener.name}
        {free}
        <a href={listener.href}>{listener.shown}</a>
        {after}
      </p>
    </details>
  );
};
