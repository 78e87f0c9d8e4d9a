import type { Locator, Page } from 'playwright-core';
import { expectNoBarriers } from './barriers';
import type { Watch } from './watch';

type Role = Parameters<Page['getByRole']>[0];

/** Someone before a page: what they look for is what a person would see or hear. */
export class Person {
  constructor(
    readonly called: string,
    readonly page: Page,
    readonly watch: Watch,
  ) {}

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async presses(name: string): Promise<void> {
    await this.button(name).click();
  }

  async sees(role: Role, name: string | RegExp): Promise<void> {
    await this.page.getByRole(role, { name }).first().waitFor();
  }

  async noLongerSees(role: Role, name: string | RegExp): Promise<void> {
    await this.page.getByRole(role, { name }).first().waitFor({ state: 'detached' });
  }

  /** Seen, not only heard: what is for screen readers alone does not count. */
  words(text: string | RegExp): Locator {
    const inSight = this.page.locator(':not(.unseen, .ui-unseen)').filter({ visible: true });
    return this.page.getByText(text).and(inSight).first();
  }

  /** Words anywhere on the page. */
  async finds(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor();
  }

  async noLongerFinds(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor({ state: 'detached' });
  }

  async meetsNoBarriers(state: string): Promise<void> {
    await expectNoBarriers(this.page, `${this.called}, ${state}`);
  }

  /** Leaves something in the page that a reload takes away. */
  async marksThePage(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
  }

  async isOnTheSamePage(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.hasAttribute('data-same-page'));
  }
}
