import { jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/preact';
import { expectNoBarriers } from '../testing/barriers';
import { button, heading, talking } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  jest.restoreAllMocks();
});

const MINUTES = 60_000;

const atTheEnd = async (openFor: number | null = 5 * MINUTES) => {
  const page = await talking();
  const afterChat = openFor === null ? {} : { afterChat: { openFor } };
  await act(() => page.service.change({ state: 'ended', endReason: 'visitor_ended', ...afterChat }));
  await heading('This chat has ended');
  return page;
};
const freeWords = () => screen.getByRole('textbox', { name: /Anything we should know/ });
const sent = (service: Awaited<ReturnType<typeof talking>>['service']) =>
  service.asked.filter(({ command }) => command === 'after_chat:answer').map(({ payload }) => payload);

describe('the questions after a chat', () => {
  it('[AFT1] are there only where the server asks them', async () => {
    await atTheEnd(null);
    expect(screen.queryByRole('heading', { name: 'Three short questions' })).toBeNull();
  });

  it('[AFT1] each may be left out, and the answers are sent once', async () => {
    const { service, person } = await atTheEnd();
    await expectNoBarriers();
    await person.click(button('Send answers'));
    expect(screen.getByRole('alert').textContent).toMatch(/^Choose an answer or write something/);
    expect(sent(service)).toEqual([]);
    await person.click(screen.getByLabelText('Better'));
    await person.type(freeWords(), 'it helped');
    await person.click(button('Send answers'));
    expect(sent(service)).toMatchObject([{ feeling: 'better', listened: null, words: 'it helped' }]);
    const thanks = await screen.findByText('Thank you. We have your answers.', { selector: 'section p' });
    expect(document.activeElement).toBe(thanks);
    await expectNoBarriers();
  });

  it('[AFT1] say before sending that no one reads them at once, and what to do instead', async () => {
    await atTheEnd();
    expect(
      screen.getByText(/^No one reads this at once\. If you are not safe, start a new chat or call now/),
    ).toBeTruthy();
  });

  it.each(['Worse', 'Much worse'])('[AFT1] answer "%s" with numbers and a new chat', async (feeling) => {
    const { person } = await atTheEnd();
    await person.click(screen.getByLabelText(feeling));
    expect(screen.queryByText(/If you are not safe now/)).toBeNull();
    await person.click(button('Send answers'));
    const notice = (await screen.findByText(/^If you are not safe now/)).closest('.notice');
    const links = [...(notice?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    expect(links).toEqual(['tel:999', 'tel:116123']);
    await expectNoBarriers();
    const again = notice?.querySelector('button');
    if (again === null || again === undefined) throw new Error('the notice has a button');
    expect(again.textContent).toBe('Start a new chat');
    await person.click(again);
    await heading('Chat with someone');
  });

  it('[AFT1] answer words that sound unsafe with numbers, also once another view has come', async () => {
    const { service, person } = await atTheEnd();
    service.soundsUnsafe = true;
    await person.type(freeWords(), 'I want to die tonight');
    await person.click(button('Send answers'));
    expect(await screen.findByText(/^If you are not safe now/)).toBeTruthy();
    await act(() => service.change({ helpFirst: undefined }));
    expect(screen.getByText(/^If you are not safe now/)).toBeTruthy();
  });

  it('[AFT1] show the numbers for "Much worse" while the connection is down', async () => {
    const { service, person } = await atTheEnd();
    await act(() => service.goDown());
    await person.click(screen.getByLabelText('Much worse'));
    await person.click(button('Send answers'));
    expect(screen.getByText(/^If you are not safe now/)).toBeTruthy();
  });

  it('[AFT1] can be skipped, and nothing is sent', async () => {
    const { service, person } = await atTheEnd();
    await person.type(freeWords(), 'not this');
    await person.click(button('Skip'));
    expect(screen.getByText("That's fine.", { selector: 'section p' })).toBeTruthy();
    expect(screen.queryByText('not this')).toBeNull();
    expect(sent(service)).toEqual([]);
  });

  it('[AFT1] close with the token and say so, and what was written stays on the page', async () => {
    const { person } = await atTheEnd(400);
    await person.type(freeWords(), 'too late');
    expect(
      await screen.findByText('The questions have closed. Your answers were not sent.', {
        selector: 'section p',
      }),
    ).toBeTruthy();
    expect(screen.getByText('too late')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send answers' })).toBeNull();
  });

  it('[AFT1] say it when another answer is kept, and when an answer could not be saved', async () => {
    const { service, person } = await atTheEnd();
    await person.click(screen.getByLabelText('Partly'));
    service.refusing = { command: 'after_chat:answer', refusal: 'malformed' };
    await person.click(button('Send answers'));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Your answers were not saved. You can try again.',
    );
    service.refusing = { command: 'after_chat:answer', refusal: 'different_body' };
    await person.click(button('Send answers'));
    expect(
      await screen.findByText(/We already have answers about this chat/, { selector: 'section p' }),
    ).toBeTruthy();
  });

  it('[AFT1] are sent when the connection is back', async () => {
    const { service, person } = await atTheEnd();
    await act(() => service.goDown());
    await person.click(screen.getByLabelText('No'));
    await person.click(button('Send answers'));
    expect(screen.getByText(/We keep trying until they arrive/)).toBeTruthy();
    await act(() => {
      service.isUp = true;
    });
    expect(
      await screen.findByText('Thank you. We have your answers.', { selector: 'section p' }),
    ).toBeTruthy();
  });
});

describe('numbers and links at the end', () => {
  it('are kept as tap-to-call and links, with the emergency number, and can be copied', async () => {
    const written: string[] = [];
    const clipboard = { writeText: async (text: string) => void written.push(text) };
    const { service, person } = await talking();
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await act(() => service.say('Cruse Bereavement\n0808 808 1677\nhttps://cruse.example/'));
    await act(() => service.change({ state: 'ended', endReason: 'responder_ended_agreed' }));
    await heading('This chat has ended');
    const call = screen.getByRole('link', { name: 'Cruse Bereavement: 0808 808 1677' });
    expect(call.getAttribute('href')).toBe('tel:08088081677');
    expect(screen.getByRole('link', { name: 'https://cruse.example/' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' })).toBeTruthy();
    await person.click(button('Copy these numbers'));
    expect(await screen.findByRole('button', { name: 'Copied.' })).toBeTruthy();
    expect(written[0]?.split('\n').slice(0, 4)).toEqual([
      '999',
      'Cruse Bereavement: 0808 808 1677',
      'Cruse Bereavement: https://cruse.example/',
      'Samaritans: 116 123',
    ]);
  });

  it('are shown as text to select when the browser refuses to copy them', async () => {
    const { person } = await atTheEnd();
    const clipboard = { writeText: () => Promise.reject(new Error('denied')) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await person.click(button('Copy these numbers'));
    const box = await screen.findByRole('textbox', { name: 'Numbers and links to copy' });
    expect(box).toHaveProperty('value', expect.stringContaining('Samaritans: 116 123'));
    await expectNoBarriers();
  });
});
