// Two thirds of what a screen test does is jsdom working out colours and borders of every element that someone asks
// `is it visible?`. Screens are tested without style sheets, so what an element says itself and what its kind of element
// has from the browser is the whole answer, and only the property that is read needs one.

/** Of what jsdom lets elements have from their parents, what is asked of every element. */
const INHERITED = new Map([
  ['visibility', 'visible'],
  ['pointer-events', 'auto'],
]);

/** These, jsdom takes from the parents too: it answers itself. */
const COLOUR = /color$/i;

/** Texts of a style that are not the value of a property under its own name. */
const NO_PROPERTY = new Set(['cssText', 'cssFloat']);

/** @param {string} name as in style sheets or as in code */
const hyphenated = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param {Element} element @param {string} name @returns {string} '' when the element does not say it itself */
const own = (element, name) =>
  'style' in element ? /** @type {HTMLElement} */ (element).style.getPropertyValue(name) : '';

/** @param {Element} element @param {string} name @returns {string | undefined} of the nearest that says it */
function inherited(element, name) {
  for (let one = /** @type {Element | null} */ (element); one !== null; one = one.parentElement) {
    const value = own(one, name);
    if (value !== '' && value !== 'inherit') return value;
  }
  return INHERITED.get(name);
}

/** Attributes that jsdom's own style sheet asks for. */
const TELLING = ['type', 'hidden', 'open', 'disabled', 'dir'];

/** @param {Element} element @returns {string} elements of the same kind look the same to jsdom's own style sheet */
const kindOf = (element) =>
  JSON.stringify([element.localName, ...TELLING.map((name) => element.getAttribute(name))]);

/** @param {Pick<Window & typeof globalThis, 'getComputedStyle' | 'document'>} page whose answers come cheaper from now on */
export function answerStylesCheaply(page) {
  const ask = page.getComputedStyle;
  /** @type {Map<string, string>} by kind of element and property */
  const known = new Map();

  const valueOf = (
    /** @type {Element} */ element,
    /** @type {string} */ name,
    /** @type {() => string} */ asked,
  ) => {
    if (INHERITED.has(name)) return inherited(element, name);
    const said = own(element, name);
    if (said !== '') return said;
    const key = `${kindOf(element)} ${name}`;
    if (!known.has(key)) known.set(key, asked());
    return known.get(key);
  };

  const { style } = page.document.body;
  /** @param {string | symbol} name @returns {name is string} */
  const isProperty = (name) =>
    typeof name === 'string' && !NO_PROPERTY.has(name) && typeof Reflect.get(style, name) === 'string';

  page.getComputedStyle = (element, pseudo) => {
    if (pseudo) return ask.call(page, element, pseudo);
    /** @type {CSSStyleDeclaration | undefined} */
    let whole;
    const all = () => (whole ??= ask.call(page, element, pseudo));
    const value = (/** @type {string} */ name) =>
      COLOUR.test(name)
        ? all().getPropertyValue(name)
        : valueOf(element, name, () => all().getPropertyValue(name));
    return new Proxy(/** @type {CSSStyleDeclaration} */ ({}), {
      get: (_, name) => {
        if (name === 'getPropertyValue') return value;
        if (isProperty(name)) return value(hyphenated(name));
        const other = Reflect.get(all(), name);
        return typeof other === 'function' ? other.bind(all()) : other;
      },
    });
  };
}
