import type { Locator } from 'playwright-core';
import { Staff } from './the-responder';

/** Ana, who sees everything that happens right now. */
export class TheSupervisor extends Staff {
  async isThere(): Promise<void> {
    await this.comesBack();
    await this.page.goto('/console/now');
    await this.sees('heading', 'Live view');
  }

  part(name: 'Waiting' | 'Talking' | 'People'): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  row(part: 'Waiting' | 'Talking' | 'People', text: string | RegExp): Locator {
    return this.part(part).getByRole('listitem').filter({ hasText: text });
  }

  async seesIn(
    part: 'Waiting' | 'Talking' | 'People',
    ...texts: readonly (string | RegExp)[]
  ): Promise<void> {
    const rows = this.part(part).getByRole('listitem');
    await texts
      .reduce((found, hasText) => found.filter({ hasText }), rows)
      .first()
      .waitFor();
  }

  get reading(): Locator {
    return this.page.getByRole('complementary', { name: /^Reading along/ });
  }

  async asksToReadAlongWith(visitor: string): Promise<void> {
    await this.presses(`Read along with ${visitor}`);
    await this.sees('dialog', 'Read along?');
  }

  async opensAndReads(): Promise<void> {
    await this.presses('Open to read');
    await this.reading.getByRole('region', { name: /^Messages with / }).waitFor();
  }

  /** What was done about someone who left in danger. */
  async writesUp(what: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Write it up/ })
      .filter({ visible: true })
      .first()
      .click();
    const dialog = this.page.getByRole('dialog', { name: 'What was done?' });
    await dialog.getByRole('textbox').fill(what);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async goesToHandovers(): Promise<void> {
    await this.page.getByRole('link', { name: 'Handovers' }).click();
    await this.sees('heading', 'Handovers');
  }

  async seesHandover(...texts: readonly string[]): Promise<void> {
    const rows = this.page.getByRole('group', { name: 'Handovers' }).getByRole('row');
    await texts
      .reduce((found, hasText) => found.filter({ hasText }), rows)
      .first()
      .waitFor();
  }

  async startsHandoverOf(visitor: string): Promise<void> {
    await this.chooses(`More for ${visitor}`, /^Hand over to someone else/);
    await this.sees('dialog', `Hand over ${visitor}`);
  }

  async choosesInDialog(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
  }

  async asksInDialog(request: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Situation').fill(request);
    await dialog.getByLabel('Request').fill(request);
    await dialog.getByRole('button', { name: 'Ask them to take over' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async takesOverFrom(responder: string, visitor: string, reason: string): Promise<void> {
    await this.chooses(`More for ${visitor}`, /^Take over/);
    const dialog = this.page.getByRole('dialog', { name: `Take over from ${responder}?` });
    await dialog.getByText(reason, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await this.sees('region', `Conversation with ${visitor}`);
  }

  async setsTheOpening(to: RegExp, reason: string): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Chat status' })
      .getByRole('button', { name: 'Change status' })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: to }).check({ force: true });
    await dialog.getByRole('radio', { name: reason, exact: true }).check({ force: true });
    await dialog.getByRole('button', { name: 'Change status' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async writes(text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: /^Write to / });
    await box.fill(text);
    await box.press('Control+Enter');
  }

  async reads(text: string): Promise<void> {
    await this.reading.getByRole('listitem').filter({ hasText: text }).first().waitFor();
  }
}
