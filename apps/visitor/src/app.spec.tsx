import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { box, button, heading, talking, throughTheQuestions } from './testing/in-a-chat';
import { openPage } from './testing/open-page';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('arriving', () => {
  it('says what this is, and moves the focus to each new heading but not on arrival', async () => {
    openPage();
    const person = userEvent.setup();
    expect(document.activeElement).toBe(document.body);
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    await person.click(button('Start'));
    expect(document.activeElement).toBe(await heading('Before you start'));
    await person.click(button('Continue'));
    expect(document.activeElement).toBe(await heading('Are you safe right now?'));
  });

  it('while closed, shows who is open and offers nothing that leads nowhere', async () => {
    openPage({ opening: { opening: 'closed', takes: 'nobody' } });
    await heading("We're closed right now");
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' }).getAttribute('href')).toBe('tel:116123');
  });

  it('starts with nothing but what was chosen, under a token of 256 bits', async () => {
    const { service, visit } = await throughTheQuestions("I'm not sure");
    expect(service.asked[0]?.command).toBe('conversation:start');
    expect(service.asked[0]?.payload).toMatchObject({ safety: 'unsure', name: '', language: 'en' });
    expect(visit.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('keeps the token out of the address and out of every command', async () => {
    const { service, visit } = await throughTheQuestions(null);
    const token = visit.token ?? 'none';
    expect(location.href).not.toContain(token);
    expect(JSON.stringify(service.asked)).not.toContain(token);
    expect(document.documentElement.outerHTML).not.toContain(token);
  });

  it('the page says so when the service closed before the visitor started', async () => {
    const page = openPage();
    page.service.refusing = { command: 'conversation:start', refusal: 'service_closed' };
    await act(() => page.visit.start('unsaid', ''));
    await heading("We're closed right now");
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('a name or message nobody could see', () => {
  it.each(['   ', '\u2003\u00a0'])('starts without a name for %j', async (name) => {
    const page = openPage();
    await act(() => page.visit.goTo('safety_question'));
    const person = userEvent.setup();
    await person.click(screen.getByLabelText(/What can we call you/));
    await person.paste(name);
    await person.click(button('Skip'));
    await heading("You're in the queue");
    expect(page.service.asked[0]?.payload).toMatchObject({ name: '' });
  });

  it('[SAF4] says that a name was cut, and to how many letters', async () => {
    const page = openPage();
    await act(() => page.visit.goTo('safety_question'));
    const person = userEvent.setup();
    const name = screen.getByLabelText<HTMLInputElement>(/What can we call you/);
    await person.click(name);
    await person.paste('a'.repeat(40));
    expect(screen.queryByText(/up to 40 letters/)).toBeNull();
    await person.keyboard('b');
    expect(name.value).toHaveLength(40);
    expect(screen.getByText(/up to 40 letters here\. We left out the rest/).getAttribute('role')).toBe(
      'status',
    );
    await person.keyboard('{Backspace}');
    expect(screen.queryByText(/up to 40 letters/)).toBeNull();
  });

  it('keeps a message with nothing to read, and says so kindly until there is something to read', async () => {
    const { service, person } = await talking();
    await person.click(box());
    await person.paste('  \u2003');
    await person.keyboard('{Enter}');
    expect(screen.getAllByText(/There is nothing to read in this message yet/)).toHaveLength(2);
    expect(service.entries.some((entry) => entry.kind === 'message')).toBe(false);
    await person.type(box(), 'hello');
    expect(document.getElementById('message-length')?.textContent).toBe('');
    await person.keyboard('{Enter}');
    await waitFor(() => expect(service.entries).toMatchObject([{}, { kind: 'message' }]));
  });
});

describe('waiting', () => {
  it('keeps a draft on the device until it is sent', async () => {
    const { service, person } = await throughTheQuestions(null);
    await person.type(box(), 'hello');
    expect(JSON.stringify(service.asked)).not.toContain('hello');
    await person.keyboard('{Enter}');
    await waitFor(() => expect(service.entries).toMatchObject([{ kind: 'message', body: 'hello' }]));
  });

  it('sends it when someone joins, if told to, and leaves the focus where it was', async () => {
    const { service, person } = await throughTheQuestions(null);
    await person.click(screen.getByLabelText('Send it when someone joins'));
    await person.type(box(), 'hello');
    await act(() => service.join('Sam'));
    await heading('Chat with Sam');
    await waitFor(() => expect(service.entries.some((entry) => entry.kind === 'message')).toBe(true));
    expect(box()).toHaveProperty('value', '');
    expect(document.activeElement).toBe(box());
  });

  it('asks kindly before leaving the queue, and stays by default', async () => {
    const { service, person } = await throughTheQuestions(null);
    await person.click(button('Stop waiting'));
    expect(document.activeElement).toBe(button('Keep waiting'));
    await person.click(button('Keep waiting'));
    expect(document.activeElement).toBe(button('Stop waiting'));
    expect(service.view?.state).toBe('waiting');
    await person.click(button('Stop waiting'));
    await person.click(button('Stop waiting'));
    expect(document.activeElement).toBe(await heading('You left the queue'));
  });
});

describe('talking', () => {
  it('reads out what the other side says, once, and leaves the focus alone', async () => {
    const { service, person } = await talking();
    await person.click(box());
    await act(() => service.say('Hello, what brings you here?'));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Sam: Hello, what brings you here?'),
    );
    expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
    expect(document.activeElement).toBe(box());
  });

  it('says what became of a message: sent, then seen', async () => {
    const { service, person } = await talking();
    await person.type(box(), 'hello{Enter}');
    expect(await screen.findByText('Sent')).toBeTruthy();
    await act(() => service.change({ receipts: { visitor: 0, responder: service.entries.length } }));
    expect(await screen.findByText('Seen')).toBeTruthy();
  });

  it('starts a new line with Shift and Enter', async () => {
    const { service, person } = await talking();
    await person.type(box(), 'one{Shift>}{Enter}{/Shift}two');
    expect(box()).toHaveProperty('value', 'one\ntwo');
    expect(service.entries.some((entry) => entry.kind === 'message')).toBe(false);
  });

  it('sends nothing for an Enter that an input method took', async () => {
    const { service, person } = await talking();
    await person.type(box(), 'にほん');
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(box()).toHaveProperty('value', 'にほん');
    expect(service.entries.some((entry) => entry.kind === 'message')).toBe(false);
  });

  it('asks before a phone number leaves the device', async () => {
    const { service, person } = await talking();
    await person.type(box(), 'call me on 07700 900123{Enter}');
    expect(screen.getByRole('alertdialog').textContent).toContain('a phone number');
    await person.click(button('Change it'));
    expect(box()).toHaveProperty('value', 'call me on 07700 900123');
    expect(service.entries.some((entry) => entry.kind === 'message')).toBe(false);
    await person.type(box(), '{Enter}');
    await person.click(button('Send anyway'));
    await waitFor(() => expect(service.entries.some((entry) => entry.kind === 'message')).toBe(true));
  });

  it('keeps a message that is too long, and says by how much', async () => {
    const { service, person } = await talking();
    await person.click(box());
    await person.paste('x'.repeat(4_003));
    await person.keyboard('{Enter}');
    expect(screen.getAllByText(/3 characters too long/).length).toBeGreaterThan(0);
    expect(service.entries.some((entry) => entry.kind === 'message')).toBe(false);
  });

  it('says why a message was refused, and gives its words back', async () => {
    const { service, person } = await talking();
    service.refusing = { command: 'message:send', refusal: 'different_body' };
    await person.type(box(), 'hello{Enter}');
    expect(await screen.findByText(/Not sent\./)).toBeTruthy();
    await person.click(button('Change it'));
    expect(box()).toHaveProperty('value', 'hello');
  });

  it('shows text, and only web addresses as links', async () => {
    const { service } = await talking();
    await act(() => service.say('<img src=x onerror=alert(1)> javascript:alert(1) https://nhs.uk/x.'));
    const link = await screen.findByRole('link', { name: 'https://nhs.uk/x' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getAllByRole('link', { name: /javascript|nhs/ })).toHaveLength(1);
  });

  it('says that the responder is gone, and that the place is kept', async () => {
    const { service } = await talking();
    await act(() => service.change({ responder: { name: 'Sam', present: false } }));
    expect(
      (await screen.findAllByText(/Sam's connection has dropped.*You keep your place/)).length,
    ).toBeGreaterThan(0);
    await act(() => service.change({ state: 'waiting', responder: null }));
    await heading("You're in the queue");
    expect(screen.getAllByText(/You keep your place/).length).toBeGreaterThan(0);
  });

  it('[SAF4] reads out that the responder is there again, in place of the dropped connection', async () => {
    const { service } = await talking();
    const spoken = (): string | null => screen.getByRole('status').textContent;
    await act(() => service.change({ responder: { name: 'Sam', present: false } }));
    await waitFor(() => expect(spoken()).toContain("Sam's connection has dropped"));
    await act(() => service.change({ responder: { name: 'Sam', present: true } }));
    await waitFor(() => expect(spoken()).toBe('Sam is here now.'));
  });

  it('[SAF4] tells of no connection where the responder is signed out', async () => {
    const { service } = await talking();
    await act(() => service.change({ state: 'waiting', responder: null, responderLeft: true }));
    expect(
      (await screen.findAllByText(/Sam had to leave\. We're getting you to someone else/)).length,
    ).toBeGreaterThan(0);
    expect(document.body.textContent).not.toContain('connection has dropped');
  });

  it('[SAF4] does not tell at the first join that a connection has dropped', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.joinAhead('Sam'));
    await screen.findAllByText('Sam has joined.');
    expect(document.body.textContent).not.toContain('connection has dropped');
  });

  it('[SAF4] tells of the one who was lost, not of the one who joins next', async () => {
    const { service } = await talking();
    await act(() => {
      service.tellEvent('requeued', 'Sam');
      service.change({ state: 'waiting', responder: null });
    });
    await heading("You're in the queue");
    await act(() => service.joinAhead('Jo'));
    await screen.findAllByText('Jo has joined.');
    expect(document.body.textContent).toContain("Sam's connection has dropped");
    expect(document.body.textContent).not.toContain("Jo's connection has dropped");
  });

  it('after a reload shows the same chat once, where the service chose that', async () => {
    const { service, person, unmount } = await talking({ keepsReloads: true });
    await person.type(box(), 'hello{Enter}');
    unmount();
    openPage({ service });
    await heading('Chat with Sam');
    expect(await screen.findAllByText('hello')).toHaveLength(1);
    expect(service.asked.filter(({ command }) => command === 'conversation:start')).toHaveLength(1);
  });

  it('[PRV5] stores nothing on the device, says so before the start, and can start again after a reload', async () => {
    const { service, person, unmount } = await talking();
    await person.type(box(), 'hello{Enter}half a sentence');
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
    unmount();
    openPage({ service });
    await heading('Chat with someone');
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    await person.click(button('Start'));
    expect(screen.getByText(/This page stores nothing/)).toBeTruthy();
  });

  it('[PRV4] [SAF4] says how long a chat is kept, as the service that answers has chosen it', async () => {
    openPage({ opening: { keepsDays: 45 } });
    const person = userEvent.setup();
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    await person.click(button('Start'));
    expect(screen.getByText(/^We keep a chat for 45 days, and up to 180 days more if we still/)).toBeTruthy();
  });

  it('[PRV5] stores the key to the chat where the service chose that, says so, and stores no words', async () => {
    openPage({ opening: { keepsReloads: true } });
    const person = userEvent.setup();
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    await person.click(button('Start'));
    expect(screen.getByText(/Your browser stores a key to this chat/)).toBeTruthy();
    await person.click(button('Continue'));
    await person.type(screen.getByLabelText(/What can we call you/), 'Robin');
    await person.click(button('Continue'));
    await heading("You're in the queue");
    await person.type(box(), 'half a sentence');
    await waitFor(() => expect(sessionStorage.getItem('page.start')).toContain('"started":true'));
    const stored = JSON.stringify({ ...sessionStorage });
    expect(stored).not.toContain('half a sentence');
    expect(stored).not.toContain('Robin');
  });
});
