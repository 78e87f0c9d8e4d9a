import { PressGuard } from './press-guard';

/** Where an element is, as its own attribute says: the test browser lays nothing out. */
const boxOf = (element: Element): DOMRect => {
  const [left = 0, top = 0, width = 0, height = 0] = (element.getAttribute('data-box') ?? '')
    .split(' ')
    .map(Number);
  return new DOMRect(left, top, width, height);
};
Element.prototype.getBoundingClientRect = function box(this: Element) {
  return boxOf(this);
};

const { now } = performance;
let time = 10_000;
performance.now = () => time;
afterAll(() => {
  performance.now = now;
  // The test browser empties the page as it closes, which the guard must not follow.
  globalThis.requestAnimationFrame = () => 0;
});

const pressed: string[] = [];
const drawn = async (...controls: readonly (readonly [name: string, box: string])[]): Promise<void> => {
  document.body.innerHTML = `<header><button data-box="0 0 90 40">Leave</button></header><main>${controls
    .map(([name, box]) => `<button data-box="${box}">${name}</button>`)
    .join('')}</main>`;
  for (const button of document.querySelectorAll('button'))
    for (const type of ['pointerdown', 'click'])
      button.addEventListener(type, () => pressed.push(`${type} ${button.textContent}`));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
};
const press = (
  name: string,
  at: { readonly clientX: number; readonly clientY: number; readonly detail?: number },
) => {
  const target = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  for (const type of ['pointerdown', 'click']) {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, detail: 1, ...at });
    Object.defineProperty(event, 'timeStamp', { value: time });
    target?.dispatchEvent(event);
  }
};

new PressGuard().listen();
beforeEach(async () => {
  time += 10_000;
  await drawn(['Continue', '0 100 120 40']);
  time += 10_000;
  pressed.length = 0;
});

describe('a press meant for one screen', () => {
  it('never acts on a control that came to the same place', async () => {
    await drawn(['Skip', '0 110 120 40']);
    time += 200;
    press('Skip', { clientX: 20, clientY: 120 });
    expect(pressed).toEqual([]);
  });

  it('acts once the person has had time to see what is there now', async () => {
    await drawn(['Skip', '0 110 120 40']);
    time += 600;
    press('Skip', { clientX: 20, clientY: 120 });
    expect(pressed).toEqual(['pointerdown Skip', 'click Skip']);
  });

  it('acts at once where nothing stood before', async () => {
    await drawn(['Skip', '0 300 120 40']);
    press('Skip', { clientX: 20, clientY: 320 });
    expect(pressed).toEqual(['pointerdown Skip', 'click Skip']);
  });

  it('acts at once on a control that stayed where it is', () => {
    press('Continue', { clientX: 20, clientY: 120 });
    press('Continue', { clientX: 20, clientY: 120 });
    expect(pressed).toHaveLength(4);
  });

  it('never holds up the way out above the screens', async () => {
    await drawn(['Skip', '0 0 120 40']);
    press('Leave', { clientX: 20, clientY: 20 });
    expect(pressed).toEqual(['pointerdown Leave', 'click Leave']);
  });

  it('is not taken for the press of a keyboard', async () => {
    await drawn(['Skip', '0 110 120 40']);
    const skip = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Skip');
    skip?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    expect(pressed).toEqual(['click Skip']);
  });
});
