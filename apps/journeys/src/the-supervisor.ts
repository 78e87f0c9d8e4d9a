import type { Locator } from 'playwright-core';
import { Staff } from './the-responder';

/** Ana, who sees everything that happens right now. */
export class TheSupervisor extends Staff {
  async isThere(): Promise<void> {
    await this.comesBack();
    await this.page.goto('/console/now');
    await this.sees('heading', 'Live view');
  }

  part(name: 'Waiting' | 'Conversations' | 'People'): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  row(part: 'Waiting' | 'Conversations' | 'People', text: string | RegExp): Locator {
    return this.part(part).getByRole('row').filter({ hasText: text });
  }

  async seesIn(
    part: 'Waiting' | 'Conversations' | 'People',
    ...texts: readonly (string | RegExp)[]
  ): Promise<void> {
    const rows = this.part(part).getByRole('row');
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
    await this.presses('Open and read');
    await this.reading.getByRole('region', { name: /^Messages with / }).waitFor();
  }

  async reads(text: string): Promise<void> {
    await this.reading.getByRole('listitem').filter({ hasText: text }).first().waitFor();
  }
}
