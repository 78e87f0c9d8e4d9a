import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Needed for WCAG 2.5.3, and off in axe unless it is asked for. */
const LABEL_IN_NAME = { 'label-content-name-mismatch': { enabled: true } };

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const told = ({ id, help, nodes }: Violation): string =>
  `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary ?? ''}`).join('\n')}`;

const ask = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    // What is fine need not travel here, and nothing is loaded for rules about media: the pages have none.
    .options({ resultTypes: ['violations'], preload: false })
    // Opens no second page; there are no frames.
    .setLegacyMode()
    // Speech of React Aria, gone after 7 s: it names a busy button that may have left the page with its work.
    .exclude('[data-live-announcer]');

/** Asks axe about what is on screen, and about its colours also in the dark; throws what it finds. */
export const expectNoBarriers = async (page: Page, state: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const inTheDark = await ask(page).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await ask(page)
    .options({ runOnly: STANDARDS, rules: LABEL_IN_NAME, resultTypes: ['violations'], preload: false })
    .analyze();
  const found = [...inTheDark.violations, ...inLight.violations];
  if (found.length > 0) throw new Error(`Barriers in "${state}":\n${found.map(told).join('\n')}`);
};
