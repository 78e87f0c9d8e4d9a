import { locale, words } from './words/words';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page for a browser that runs no script: who to call, and when. Put into index.html when it is built. */
export const withoutScript = (): string => {
  const { emergency, otherHelp, hours } = locale;
  const { before } = words.emergency;
  const help = otherHelp.map(
    (one) =>
      `<li><div><b>${escape(one.name)}</b> <span>${escape(one.what)}</span> <small>${escape(one.hours)}</small></div> <a class="call" href="${escape(one.href)}">${escape(one.shown)}</a></li>`,
  );
  return [
    '<main class="screen">',
    `<h1>${escape(words.withoutScript.title)}</h1>`,
    `<p class="lead">${escape(words.withoutScript.lead)} ${escape(hours)}</p>`,
    `<p class="tell">${escape(before)}<a href="${escape(emergency.href)}">${escape(emergency.shown)}</a>.</p>`,
    `<ul class="help">${help.join('')}</ul>`,
    '</main>',
  ].join('');
};
