import { locale, words } from '../language/catalogue';

/** Whose page this is, with its mark; and in a demo that it is one. */
export const CharityLine = () => {
  const { name, mark, initials, isDemo } = locale.charity;
  return (
    <>
      {isDemo && <p class="notice demo">{words.demo}</p>}
      <p class="charity">
        {mark !== null && <img class="mark" src={mark} alt="" width={40} height={40} />}
        {mark === null && initials !== '' && (
          <span class="mark initials" aria-hidden="true">
            {initials}
          </span>
        )}
        <b dir="auto">{name}</b>
      </p>
    </>
  );
};
