import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { PATIENCE_MS, stretched } from '@warmline/test-kit/testing';
import { letANightPass } from '../run/shift-clock';
import { keepEvidence } from './evidence';
import { chromiumPath, warmlineUrl } from './running';
import { TheAdministrator } from './the-administrator';
import { TheResponder } from './the-responder';
import { TheSupervisor } from './the-supervisor';
import { TheVisitor } from './the-visitor';
import { clearDeskOf, endOf } from './tidy';
import { Watch } from './watch';

/** Of the demo, which is served without TLS. A cookie of a known device stays after signing out, so the name counts. */
const SESSION_COOKIE = 'warmline_session';

/** Features of the browser. Its last list holds: what Playwright turns off and these pages meet is in it again. */
const NOT_NEEDED = [
  // Two hidden pages of the address bar for every new window: two thirds of what a window costs.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'LensOverlay', 'MediaRouter', 'OptimizationHints', 'PreconnectToSearch'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  ...['NetworkTimeServiceQuerying', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${NOT_NEEDED.join(',')}`,
];

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
};
const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };

let browser: Promise<Browser> | null = null;

/** One for all journeys, closed by tools/jest/close-browser.mjs after the last; each person has a context of their own. */
const theBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({
    executablePath: chromiumPath(),
    args: QUIET,
    // As people's browsers do: what is left behind may come back.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  Object.assign(globalThis, { journeyBrowser: browser });
  return browser;
};

interface Participant {
  readonly called: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  readonly staff: string | null;
}

/** Who takes part in one journey: everyone in a browser context of their own. */
export class Journey {
  readonly people: Participant[] = [];

  async visitor(look: BrowserContextOptions = {}): Promise<TheVisitor> {
    const person = await this.#enter(`visitor ${this.people.length + 1}`, { ...PHONE, ...look }, null);
    // Leaving goes to a page of someone else; this is the one thing of theirs that is ever shown.
    await person.context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny spells</h1>' }),
    );
    return new TheVisitor(person.called, person.page, person.watch);
  }

  async responder(name: string, look: BrowserContextOptions = {}): Promise<TheResponder> {
    const { page, watch } = await this.#enter(name, { ...LAPTOP, ...look }, name);
    return new TheResponder(name, page, watch);
  }

  async supervisor(name: string, look: BrowserContextOptions = {}): Promise<TheSupervisor> {
    const { page, watch } = await this.#enter(name, { ...LAPTOP, ...look }, name);
    return new TheSupervisor(name, page, watch);
  }

  /** Without a desk that could be left. */
  async administrator(name: string, look: BrowserContextOptions = {}): Promise<TheAdministrator> {
    const { page, watch } = await this.#enter(name, { ...LAPTOP, ...look }, null);
    return new TheAdministrator(name, page, watch);
  }

  async keepEvidence(): Promise<void> {
    for (const { called, page } of this.people) await keepEvidence(page, `failed ${called}`);
  }

  problems(): readonly string[] {
    return this.people.flatMap(({ called, watch }) => watch.problems.map((text) => `${called}: ${text}`));
  }

  /** Nobody stays waiting, talking or available, and nobody is tired from the journey before. */
  async leave(): Promise<void> {
    for (const { watch } of this.people)
      for (const token of watch.tokens) await endOf(token).catch(() => undefined);
    for (const { staff, context } of this.people) {
      const session = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE);
      const cookie = session === undefined ? '' : `${session.name}=${session.value}`;
      await context.close();
      if (staff !== null) await clearDeskOf(staff, cookie);
    }
    await letANightPass();
  }

  async #enter(called: string, look: BrowserContextOptions, staff: string | null): Promise<Participant> {
    const context = await (
      await theBrowser()
    ).newContext({
      baseURL: warmlineUrl(),
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...look,
    });
    context.setDefaultTimeout(stretched(PATIENCE_MS));
    // As someone who has worked on this device before. An empty page has no storage.
    if (staff !== null && look.storageState === undefined)
      await context.addInitScript(() => {
        if (location.origin !== 'null') localStorage.setItem('warmline.told-how', 'yes');
      });
    const watch = await Watch.over(context);
    const person = { called, context, page: await context.newPage(), watch, staff };
    this.people.push(person);
    return person;
  }
}

/** A journey as a test: what was seen is kept when it fails, and no page may have complained. */
export const asJourney = (play: (journey: Journey) => Promise<void>) => async (): Promise<void> => {
  const journey = new Journey();
  try {
    await play(journey);
    const problems = journey.problems();
    if (problems.length > 0) throw new Error(`The pages complained:\n${problems.join('\n')}`);
  } catch (error) {
    await journey.keepEvidence();
    throw error;
  } finally {
    await journey.leave();
  }
};
