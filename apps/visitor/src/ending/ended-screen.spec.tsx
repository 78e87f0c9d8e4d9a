import { jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/preact';
import { expectNoBarriers } from '../testing/barriers';
import { box, button, heading, talking, throughTheQuestions } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  jest.restoreAllMocks();
});

describe('the end', () => {
  it('leaves nothing in the tab, shows links but no transcript, and says so first', async () => {
    const { service, person } = await talking();
    await person.type(box(), 'my own words{Enter}');
    await act(() => service.say('Look at https://nhs.uk/help'));
    await act(() => service.change({ state: 'ended', endReason: 'responder_ended_agreed' }));
    expect(document.activeElement).toBe(await heading('This chat has ended'));
    expect(screen.getByRole('link', { name: 'https://nhs.uk/help' })).toBeTruthy();
    expect(screen.queryByText('my own words')).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('says kindly that a place was held as long as could be, and how to start again', async () => {
    const { service, person } = await throughTheQuestions(null);
    await person.type(box(), 'my first words');
    await act(() => service.change({ state: 'ended', endReason: 'left_waiting' }));
    await heading('You were away for a while');
    expect(screen.getByText(/We held your place as long as we could/)).toBeTruthy();
    expect(screen.getByText('my first words')).toBeTruthy();
    expect(sessionStorage).toHaveLength(0);
    await expectNoBarriers();
    await person.click(button('Start a new chat'));
    await heading('Chat with someone');
  });

  it('shows nothing of a chat that is gone, as after a quick exit in another tab', async () => {
    const { service, person } = await talking();
    await act(() => service.say('Look at https://nhs.uk/help'));
    await person.type(box(), 'my own words');
    service.refusing = { command: 'conversation:open', refusal: 'not_found' };
    await act(() => service.moveAway());
    await heading('This chat is no longer here');
    expect(screen.queryByText(/my own words/)).toBeNull();
    expect(screen.queryByRole('link', { name: 'https://nhs.uk/help' })).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('[SAF4] has the numbers before the questions for someone who said that they are in danger', async () => {
    const { service } = await throughTheQuestions("No, I'm in danger or I've hurt myself");
    await act(() => service.join('Sam'));
    const afterChat = { openFor: 5 * 60_000 };
    await act(() => service.change({ state: 'ended', endReason: 'visitor_ended', afterChat }));
    await heading('This chat has ended');
    const [numbers, questions] = ['.numbers', '.after-chat'].map((part) => document.querySelector(part));
    if (!numbers || !questions) throw new Error('not there');
    expect(numbers.compareDocumentPosition(questions)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('[MSG1] shows what was not sent when the page was away until its chat was over', async () => {
    const { service, person } = await talking();
    await act(() => service.goDown());
    await person.type(box(), 'my last words{Enter}');
    await person.type(box(), 'and a draft');
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 5 * 60_000);
    service.refusing = { command: 'conversation:open', refusal: 'not_found' };
    service.isUp = true;
    await heading('This chat is no longer here');
    expect(screen.getByText('my last words')).toBeTruthy();
    expect(screen.getByText('and a draft')).toBeTruthy();
    await expectNoBarriers();
  });

  it('after a line that was away for too long, the way back comes first', async () => {
    const { service, person } = await talking();
    await act(() => service.change({ state: 'ended', endReason: 'connection_lost' }));
    expect(await screen.findByText(/Your connection was away for a while/)).toBeTruthy();
    await person.tab();
    await person.tab();
    expect(document.activeElement).toBe(button('Start a new chat'));
  });
});
