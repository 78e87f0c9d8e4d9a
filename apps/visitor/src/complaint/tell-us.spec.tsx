import { jest } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expectNoBarriers } from '../testing/barriers';
import { button, heading } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  globalThis.fetch = realFetch;
  jest.restoreAllMocks();
});

interface Asked {
  readonly url: string;
  readonly credentials: RequestCredentials | undefined;
  readonly headers: readonly string[];
  readonly body: string;
}

/** A server that answers so, one status after the other; 0 is no answer. */
const answering = (...statuses: number[]): Asked[] => {
  const asked: Asked[] = [];
  const answer = async (url: string, { credentials, headers = {}, body }: RequestInit) => {
    const status = statuses[asked.length] ?? 204;
    asked.push({
      url,
      credentials,
      headers: Object.keys(headers),
      body: typeof body === 'string' ? body : '',
    });
    if (status === 0) throw new TypeError('no network');
    return { ok: status < 300, status };
  };
  globalThis.fetch = answer as unknown as typeof fetch;
  return asked;
};
const box = () => screen.findByRole('textbox', { name: /What would you like to tell us/ });
const onThePrivacyPage = async () => {
  openPage();
  const person = userEvent.setup();
  await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
  await person.click(button('Start'));
  await heading('Before you start');
  await person.click(screen.getByText('Complain or tell us something'));
  return { person, box: await box() };
};

describe('a complaint', () => {
  it('[AFT2] needs no chat and no name, and the page says that no one can write back', async () => {
    const asked = answering(204);
    const { person, box: field } = await onThePrivacyPage();
    expect(screen.getByText(/No one can write back to you/)).toBeTruthy();
    await expectNoBarriers();
    await person.click(button('Send to our supervisors'));
    expect(screen.getByRole('alert').textContent).toMatch(/^There is nothing to read/);
    expect(asked).toEqual([]);
    await person.type(field, 'I waited for an hour');
    await person.click(button('Send to our supervisors'));
    const thanks = await screen.findByText(/Our supervisors have it now/, { selector: 'details p' });
    expect(document.activeElement).toBe(thanks);
    expect(asked.map(({ url }) => url)).toEqual(['/v/complaint']);
    expect(asked[0]).toMatchObject({ credentials: 'omit', headers: ['Content-Type'] });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      complaintId: expect.any(String),
      words: 'I waited for an hour',
    });
  });

  it('[AFT2] that did not arrive says so, keeps the words, and is the same one when it is sent again', async () => {
    const asked = answering(0, 429, 204);
    const { person, box: field } = await onThePrivacyPage();
    await person.type(field, 'please read');
    await person.click(button('Send to our supervisors'));
    await screen.findByText(/It was not sent\. Your words are still here/);
    await person.click(button('Send to our supervisors'));
    await screen.findByText(/Try again in a minute/);
    expect(field).toHaveProperty('value', 'please read');
    await person.click(button('Send to our supervisors'));
    await screen.findByText(/Our supervisors have it now/, { selector: 'details p' });
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
  });

  it('[AFT2] can be made where the service takes nobody', async () => {
    openPage({ opening: { opening: 'closed', takes: 'nobody' } });
    await heading("We're closed right now");
    await userEvent.setup().click(screen.getByText('Complain or tell us something'));
    expect(await box()).toBeTruthy();
  });
});
