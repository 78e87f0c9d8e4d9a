import type { Locator } from 'playwright-core';
import type { SafetyChoice } from '@warmline/vocabulary';
import { Person } from './person';

const ANSWERS: Readonly<Record<SafetyChoice, string>> = {
  safe: "Yes, I'm safe",
  unsure: "I'm not sure",
  danger: "No, I'm in danger or I've hurt myself",
  unsaid: "I'd rather not say",
};

/** Longer than the page takes a press for the screen before, in ms. */
const PRESS_AGAIN_MS = 600;

export interface BeforeTheChat {
  readonly safety?: SafetyChoice;
  readonly name?: string;
}

/** Someone who opens the page on their phone. */
export class TheVisitor extends Person {
  async opens(): Promise<void> {
    await this.page.goto('/');
    await this.seesThatItIsOpen();
  }

  async seesThatItIsOpen(): Promise<void> {
    await this.sees('heading', 'Chat with someone');
    await this.page.locator('button[aria-disabled=false]', { hasText: 'Start' }).waitFor();
  }

  async asksToStart(): Promise<void> {
    await this.pressesUntilSeen('Start', 'Before you start');
  }

  async goesOn(): Promise<void> {
    await this.pressesUntilSeen('Continue', 'Are you safe right now?');
  }

  /** At a person's pace: the page takes a press within half a second of a change for the control that was there before. */
  override async presses(name: string): Promise<void> {
    await this.button(name).waitFor();
    await this.page.waitForTimeout(PRESS_AGAIN_MS);
    await super.presses(name);
  }

  /** One of several answers, at the same pace. */
  async picks(answer: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name: answer, exact: true });
    await radio.waitFor();
    await this.page.waitForTimeout(PRESS_AGAIN_MS);
    await radio.check();
  }

  /** A press that comes too soon after a change is taken for the screen before and does nothing, so it is repeated. */
  private async pressesUntil(button: Locator, next: Locator): Promise<void> {
    for (;;) {
      await button.or(next).first().waitFor();
      if (await next.isVisible()) return;
      await button.click({ timeout: PRESS_AGAIN_MS }).catch(() => undefined);
      await next.waitFor({ timeout: PRESS_AGAIN_MS }).catch(() => undefined);
    }
  }

  private async pressesUntilSeen(name: string, heading: string): Promise<void> {
    await this.pressesUntil(this.button(name), this.page.getByRole('heading', { name: heading }).first());
  }

  /** A button that asks once more, in a group of the same name. */
  private async pressesTwice(name: string, heading: string): Promise<void> {
    const group = this.page.getByRole('group', { name });
    await this.pressesUntil(this.button(name).first(), group);
    await this.pressesUntil(
      group.getByRole('button', { name }),
      this.page.getByRole('heading', { name: heading }),
    );
  }

  /** Sends a text although it has a phone number or an address in it. */
  async sendsAnyway(): Promise<void> {
    await this.pressesUntil(this.button('Send'), this.button('Send anyway'));
    await this.pressesUntil(this.button('Send anyway'), this.messages.locator('.message.mine').last());
  }

  /** Unfolds what is not shown at once, also right after the screen has changed. */
  async unfolds(name: string): Promise<void> {
    const folded = this.page.locator('summary', { hasText: name });
    await this.pressesUntil(folded, this.page.locator('details[open] > summary', { hasText: name }));
  }

  /** Unfolds what is not shown at once, or folds it again. */
  async opensMore(name: string): Promise<void> {
    await this.page.locator('summary', { hasText: name }).click();
  }

  async chooses(safety: SafetyChoice): Promise<void> {
    const name = ANSWERS[safety];
    await this.pressesUntil(
      this.page.getByRole('radio', { name }),
      this.page.getByRole('radio', { name, checked: true }),
    );
  }

  async answers({ safety, name }: BeforeTheChat): Promise<void> {
    if (safety !== undefined) await this.chooses(safety);
    if (name !== undefined) await this.page.getByLabel('What can we call you?').fill(name);
    const isUntouched = safety === undefined && name === undefined;
    await this.pressesUntilSeen(isUntouched ? 'Skip' : 'Continue', "You're in the queue");
  }

  /** From the first page to the queue. */
  async startsChat(before: BeforeTheChat = {}): Promise<void> {
    await this.opens();
    await this.asksToStart();
    await this.goesOn();
    await this.answers(before);
  }

  get box(): Locator {
    return this.page.getByRole('textbox', { name: 'Your message' });
  }

  /** Key by key, as the other side is told of. */
  async types(text: string): Promise<void> {
    await this.box.pressSequentially(text);
  }

  async sends(text: string): Promise<void> {
    await this.box.fill(text);
    await this.presses('Send');
  }

  /** Sends it and sees that the server has it. */
  async says(text: string): Promise<void> {
    await this.sends(text);
    await this.seesOwn(text, /Sent|Seen/);
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Chat messages' });
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

  /** What everyone wrote, as the thread shows it. */
  async thread(): Promise<readonly string[]> {
    return this.messages.locator('li.message .body').allInnerTexts();
  }

  async isAskedWhether(to: string, from: string): Promise<void> {
    await this.finds(new RegExp(`${from} would like to bring in ${to}`));
  }

  async endsChat(): Promise<void> {
    await this.pressesTwice('End chat', 'This chat has ended');
  }

  async stopsWaiting(): Promise<void> {
    await this.pressesTwice('Stop waiting', 'You left the queue');
  }

  /** Everything a browser can keep for this address. */
  async keptOnTheDevice(): Promise<readonly string[]> {
    const cookies = await this.page.context().cookies();
    const stored = await this.page.evaluate(async () => [
      ...Object.keys(sessionStorage),
      ...Object.keys(localStorage),
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => String(name)),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
    return [...cookies.map(({ name }) => name), ...stored];
  }
}
