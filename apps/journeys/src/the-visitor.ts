import type { Locator } from 'playwright-core';
import type { SafetyAnswer } from '@warmline/vocabulary';
import { Person } from './person';

const ANSWERS: Readonly<Record<SafetyAnswer, string>> = {
  safe: "Yes, I'm safe",
  unsure: "I'm not sure",
  danger: "No, I'm in danger or I've hurt myself",
  unsaid: "I'd rather not say",
};

export interface BeforeTheChat {
  readonly safety?: SafetyAnswer;
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
    await this.presses('Start');
    await this.sees('heading', 'Before you start');
  }

  async goesOn(): Promise<void> {
    await this.presses('Continue');
    await this.sees('heading', 'Are you safe right now?');
  }

  /** Unfolds what is not shown at once. */
  async opensMore(name: string): Promise<void> {
    await this.page.locator('summary', { hasText: name }).click();
  }

  async chooses(safety: SafetyAnswer): Promise<void> {
    await this.page.getByRole('radio', { name: ANSWERS[safety] }).check();
  }

  async answers({ safety, name }: BeforeTheChat): Promise<void> {
    if (safety !== undefined) await this.chooses(safety);
    if (name !== undefined) await this.page.getByLabel('What can we call you?').fill(name);
    await this.presses(safety === undefined ? 'Skip' : 'Continue');
    await this.sees('heading', "You're in the queue");
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
    await this.presses('End chat');
    await this.page
      .getByRole('group', { name: 'End chat' })
      .getByRole('button', { name: 'End chat' })
      .click();
    await this.sees('heading', 'This chat has ended');
  }

  async stopsWaiting(): Promise<void> {
    await this.presses('Stop waiting');
    await this.page
      .getByRole('group', { name: 'Stop waiting' })
      .getByRole('button', { name: 'Stop waiting' })
      .click();
    await this.sees('heading', 'You left the queue');
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
