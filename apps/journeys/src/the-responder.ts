import type { Cookie, Locator } from 'playwright-core';
import { Person } from './person';
import { signInOf } from './running';

/** The sessions of earlier journeys, by name; one that was signed out is no good any more. */
const sessions = new Map<string, Cookie[]>();

/** Someone of the charity before the console. */
export class Staff extends Person {
  async opensTheConsole(): Promise<void> {
    await this.page.goto('/console/');
    await this.sees('heading', 'Sign in');
  }

  async tries(signInName: string, password: string): Promise<void> {
    await this.page.getByLabel('Sign-in name').fill(signInName);
    await this.page.getByLabel('Password').fill(password);
    await this.presses('Sign in');
  }

  /** With name and password. */
  async signsIn(): Promise<void> {
    await this.opensTheConsole();
    const { signInName, password } = signInOf(this.called);
    await this.tries(signInName, password);
    await this.finds('Connected');
  }

  /** However it is quickest: guessing at passwords is slowed, and so would be a journey that always signs in. */
  async comesBack(): Promise<void> {
    const cookies = sessions.get(this.called) ?? [];
    await this.page.context().addCookies(cookies);
    await this.page.goto('/console/');
    const isIn = this.words('Connected');
    const heading = this.page.getByRole('heading', { name: 'Sign in' });
    await isIn.or(heading).first().waitFor();
    if (await heading.isVisible()) await this.signsIn();
    sessions.set(this.called, await this.page.context().cookies());
  }

  async chooses(menu: string | RegExp, entry: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: menu }).click();
    await this.page
      .getByRole(/my status/i.test(String(menu)) ? 'menuitemradio' : 'menuitem', { name: entry })
      .click();
  }

  async signsOut(): Promise<void> {
    await this.chooses(`${this.called}: menu`, 'Sign out');
  }
}

export type EndingReason =
  | 'We agreed to finish'
  | 'Our time was up, and we agreed'
  | 'It went quiet'
  | 'Their connection was lost'
  | 'To keep a boundary';

/** Sam or Jo, who talk with visitors. */
export class TheResponder extends Staff {
  async isThere(): Promise<void> {
    await this.comesBack();
    await this.becomesAvailable();
  }

  async becomesAvailable(): Promise<void> {
    await this.chooses(/^My status/, /^Available/);
    await this.sees('button', /^My status: (?!Away)/);
    await this.checksIn();
  }

  /** At the beginning of a shift: it is all right today. */
  private async checksIn(): Promise<void> {
    const card = this.page.getByRole('region', { name: 'OK to take chats today?' });
    if (!(await card.isVisible())) return;
    await card.getByRole('button', { name: 'Yes', exact: true }).click();
    await card.waitFor({ state: 'hidden' });
  }

  async goesAway(): Promise<void> {
    await this.chooses(/^My status/, /^Away/);
    await this.sees('button', 'My status: Away');
  }

  get offer(): Locator {
    return this.page.getByRole('article', { name: 'Someone would like to talk' });
  }

  async isOffered(): Promise<void> {
    await this.offer.waitFor();
  }

  async accepts(visitor: string): Promise<void> {
    await this.isOffered();
    await this.presses('Accept');
    await this.isWith(visitor);
  }

  /** Whose conversation is open. */
  async isWith(visitor: string): Promise<void> {
    await this.sees('region', `Conversation with ${visitor}`);
  }

  get box(): Locator {
    return this.page.getByRole('textbox', { name: /^Write to / });
  }

  async types(text: string): Promise<void> {
    await this.box.pressSequentially(text);
  }

  async sends(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Control+Enter');
  }

  async says(text: string): Promise<void> {
    await this.sends(text);
    await this.seesOwn(text, /Sent|Seen/);
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: /^Messages with / });
  }

  message(text: string): Locator {
    return this.messages.getByRole('listitem').filter({ hasText: text });
  }

  async seesOwn(text: string, status: string | RegExp): Promise<void> {
    await this.message(text).filter({ hasText: status }).waitFor();
  }

  async reads(text: string): Promise<void> {
    await this.message(text).first().waitFor();
  }

  async thread(): Promise<readonly string[]> {
    return this.messages.locator('.thread__body').allInnerTexts();
  }

  card(visitor: string): Locator {
    return this.page.getByRole('region', { name: 'Mine' }).getByRole('button', { name: visitor });
  }

  /** In the list that `/` opens: by a few letters, then with Enter on what is first. */
  async picksStarter(letters: string, title: string): Promise<void> {
    await this.page.keyboard.type(letters);
    await this.page.getByRole('listbox', { name: 'Starters' }).getByRole('option', { name: title }).click();
  }

  async putsInReply(resource: string): Promise<void> {
    // In danger the panel opens at Safety.
    await this.page.getByRole('tab', { name: 'Resources' }).click();
    const panel = this.page.getByRole('tabpanel', { name: 'Resources' });
    await panel.getByRole('searchbox').fill(resource);
    await panel.getByRole('listitem').filter({ hasText: resource }).getByRole('button').click();
    await panel.getByText('Added to your reply.').waitFor();
  }

  get #handover(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Hand over' });
  }

  /** In the handover's form: one person. */
  async choosesToAsk(name: string): Promise<void> {
    await this.#handover.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
  }

  async ticksThatTheyHaveToFinish(): Promise<void> {
    await this.#handover.getByRole('checkbox', { name: /^I have to finish/ }).check({ force: true });
  }

  async asks(request: string): Promise<void> {
    await this.#handover.getByLabel('Situation').fill(request);
    await this.#handover.getByLabel('Request').fill(request);
    await this.#handover.getByRole('button', { name: 'Ask them to take over' }).click();
  }

  async isAskedBy(name: string): Promise<void> {
    await this.page.getByRole('article', { name: `${name} asks you to take over` }).waitFor();
  }

  async asksToEnd(): Promise<void> {
    await this.presses('End the conversation');
    await this.sees('dialog', /^End the conversation with /);
  }

  async endsBecause(reason: EndingReason): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText(reason, { exact: true }).click();
    await dialog.getByRole('button', { name: 'End the conversation' }).click();
    await this.sees('heading', /^Wrap-up: /);
  }

  async ends(reason: EndingReason): Promise<void> {
    await this.asksToEnd();
    await this.endsBecause(reason);
  }

  async wrapsUp(): Promise<void> {
    const form = this.page.getByRole('tabpanel', { name: 'Wrap-up' });
    await form.getByText('Conversation', { exact: true }).click();
    await form.getByText('Loneliness', { exact: true }).click();
    await form.getByText('Calmer', { exact: true }).click();
    await form.getByRole('button', { name: 'Finish' }).click();
    await form.waitFor({ state: 'detached' });
  }
}
