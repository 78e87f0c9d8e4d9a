import { signInOf } from './running';
import { Staff } from './the-responder';

/** Kit, who sets the service up and talks with nobody. */
export class TheAdministrator extends Staff {
  async isThere(): Promise<void> {
    await this.opensTheConsole();
    const { signInName, password } = signInOf(this.called);
    await this.tries(signInName, password);
    await this.sees('link', 'When we are open');
  }

  async opensTheList(name: string): Promise<void> {
    const lists = this.page.getByRole('navigation', { name: 'Lists' });
    await lists.getByRole('link', { name, exact: true }).click();
    await this.sees('heading', name);
  }

  async looksFor(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search' }).fill(words);
  }

  async writes(field: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: field }).fill(text);
  }

  /** The row's dialog is gone once it is saved. */
  async saves(): Promise<void> {
    await this.presses('Save');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
