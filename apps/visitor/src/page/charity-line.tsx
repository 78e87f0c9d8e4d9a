import { locale, words } from '../language/catalogue';

/** In a demo, that it is one: on every screen, in a chat in one small line. */
export const DemoMark = ({ isSmall }: { readonly isSmall: boolean }) =>
  locale.charity.isDemo ? <p class={isSmall ? 'demo' : 'notice demo'}>{words.demo}</p> : null;

/** Whose page this is, with its mark. */
export const CharityLine = () => {
  const { name, mark, initials } = locale.charity;
  return (
    <p class="charity">
      {mark !== null && <img class="mark" src={mark} alt="" width={40} height={40} />}
      {mark === null && initials !== '' && (
        <span class="mark initials" aria-hidden="true">
          {initials}
        </span>
      )}
      <b dir="auto">{name}</b>
    </p>
  );
};
