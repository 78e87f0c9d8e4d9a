import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { EVIDENCE } from './evidence';
import type { Person } from './person';

interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

const phone = { width: 360, height: 640 };
const laptop = { width: 1366, height: 768 };

const ALL_VIEWS: readonly View[] = [
  { name: 'phone-dark', ...phone, colorScheme: 'dark', direction: 'ltr' },
  { name: 'phone-rtl', ...phone, colorScheme: 'light', direction: 'rtl' },
  { name: 'phone', ...phone, colorScheme: 'light', direction: 'ltr' },
  { name: 'laptop-dark', ...laptop, colorScheme: 'dark', direction: 'ltr' },
  { name: 'laptop-rtl', ...laptop, colorScheme: 'light', direction: 'rtl' },
  { name: 'laptop', ...laptop, colorScheme: 'light', direction: 'ltr' },
];

/** To be looked at after a change of the looks, and not with every run: the README's pictures and every view. */
const isForTheEye = process.env['UPDATE_SCREENSHOTS'] === '1';

/** `npm run test:all` sets it: four views of every state, too long for `npm test`. */
const isInEveryView = process.env['EVERY_VIEW'] === '1';

const VIEWS = ALL_VIEWS.filter(
  ({ name }) => isForTheEye || (isInEveryView && !['phone-dark', 'laptop-rtl'].includes(name)),
);

/** As the README's pictures of a screen show it. At 200 % a laptop has half its pixels. */
const WAYS = [
  { name: 'phone', ...phone, colorScheme: 'light', direction: 'ltr' },
  { name: 'dark', ...laptop, colorScheme: 'dark', direction: 'ltr' },
  { name: '200', width: 683, height: 384, colorScheme: 'light', direction: 'ltr' },
  { name: 'laptop', ...laptop, colorScheme: 'light', direction: 'ltr' },
] as const satisfies readonly View[];

/** Screens that are shown in every way. */
type Scene =
  'offer-in-danger' | 'desk-in-danger' | 'live-view' | 'alarm' | 'today' | 'review' | 'practice' | 'wall';

type ReadmeImage =
  | 'visitor'
  | 'responder'
  | 'supervisor'
  | 'handover-sender'
  | 'handover-receiver'
  | 'handover-visitor'
  | 'handover-supervisor'
  | 'waiting'
  | 'waiting-longer'
  | 'nobody-on'
  | `opening-${'at-capacity' | 'closed' | 'closing-soon' | 'paused'}`
  | 'people'
  | 'check-in'
  | 'break-due'
  | `alarm-${string}`;

const SCREENS = join(EVIDENCE, 'screens');
const README_IMAGES = join(import.meta.dirname, '../../../docs/images');

/** What sticks out of the page to the side, in words that lead to it. Runs in the page. */
const sticksOut = (): readonly string[] => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1);
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
};

/** Pictures of one state of a page in every view, kept to be looked at; throws where something sticks out. */
export class Album {
  constructor(private readonly home: 'phone' | 'laptop') {}

  async keep(person: Person, state: string): Promise<void> {
    if (VIEWS.length === 0) return;
    mkdirSync(SCREENS, { recursive: true });
    for (const view of VIEWS) {
      await this.#show(person, view);
      const path = join(SCREENS, `${state} ${view.name}.png`.replaceAll(' ', '-'));
      await person.page.screenshot({ path, animations: 'disabled', caret: 'initial' });
      const out = await person.page.evaluate(sticksOut);
      if (out.length > 0) throw new Error(`"${state}" on ${view.name} is too wide: ${out.join(', ')}`);
    }
    const home = VIEWS.find(({ name }) => name === this.home);
    if (home !== undefined) await this.#show(person, home);
  }

  /** One of the README's pictures, renewed on demand only. */
  async keepForReadme(person: Person, name: ReadmeImage): Promise<void> {
    if (!isForTheEye) return;
    mkdirSync(README_IMAGES, { recursive: true });
    const before = person.page.viewportSize();
    if (this.home === 'laptop') await person.page.setViewportSize({ width: 1280, height: 720 });
    await person.page.screenshot({ path: join(README_IMAGES, `${name}.png`), animations: 'disabled' });
    if (before !== null) await person.page.setViewportSize(before);
  }

  /** A screen of the README on a laptop, on a phone, in the dark and at 200 %, renewed on demand only. */
  async keepEveryWay(person: Person, name: Scene, inSight?: Locator): Promise<void> {
    if (!isForTheEye) return;
    mkdirSync(join(README_IMAGES, 'views'), { recursive: true });
    for (const way of WAYS) {
      await this.#show(person, way);
      // A phone may show another part of the page.
      if ((await inSight?.isVisible()) === true) await inSight?.scrollIntoViewIfNeeded();
      const file = way.name === 'laptop' ? `${name}.png` : `views/${name}-${way.name}.png`;
      await person.page.screenshot({ path: join(README_IMAGES, file), animations: 'disabled' });
      const out = await person.page.evaluate(sticksOut);
      if (out.length > 0) throw new Error(`"${name}" on ${way.name} is too wide: ${out.join(', ')}`);
    }
  }

  async #show({ page }: Person, view: View): Promise<void> {
    await page.setViewportSize({ width: view.width, height: view.height });
    await page.emulateMedia({ colorScheme: view.colorScheme });
    await page.evaluate((direction) => (document.documentElement.dir = direction), view.direction);
    // Whatever follows the size of the window has followed it by then.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}
