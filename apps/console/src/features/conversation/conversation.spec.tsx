import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aMessage, anItem, id, KIM, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = () =>
  openSignedIn('responder', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
    service.changeDesk({ caseload: [anItem({ head: 1 })] });
  });

const box = () => screen.findByLabelText('Write to Robin');
const thread = () => screen.getByRole('region', { name: 'Messages with Robin' });

describe('a conversation', () => {
  it('sends with Ctrl+Enter, while Enter makes a new line', async () => {
    const { user, service } = await open();
    await user.type(await box(), 'one{Enter}two');
    expect(service.of('message:send')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(thread()).findByText('Sent');
    expect(service.of('message:send')).toMatchObject([{ conversationId: ROBIN, epoch: 1, body: 'one\ntwo' }]);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Write to Robin').value).toBe('');
  });

  it('sends nothing for an Enter that an input method took', async () => {
    const { user, service } = await open();
    await user.type(await box(), 'にほん');
    fireEvent.keyDown(await box(), { key: 'Enter', ctrlKey: true, keyCode: 229 });
    expect(service.of('message:send')).toEqual([]);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Write to Robin').value).toBe('にほん');
  });

  it('speaks only what the visitor says newly, and never moves the focus for it', async () => {
    const { user, service, happens } = await open();
    await user.click(await box());
    await happens(() => service.append(ROBIN, aMessage(2, 'visitor', 'are you there')));
    expect(screen.getByText('Visitor Robin: are you there').closest('[role="status"]')).not.toBeNull();
    expect(screen.queryByText('Robin: hello')).toBeNull();
    expect(document.activeElement).toBe(await box());
  });

  it('makes web addresses links that tell the other site nothing, and nothing else a link', async () => {
    const { service, happens } = await open();
    await box();
    await happens(() =>
      service.append(ROBIN, aMessage(2, 'visitor', 'see https://nhs.uk/x. or javascript:alert(1)')),
    );
    const [link, ...others] = within(thread()).getAllByRole('link');
    expect(link?.getAttribute('href')).toBe('https://nhs.uk/x');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(others).toEqual([]);
  });

  it('marks what a visitor named like staff wrote as a visitor’s, and shows characters that reorder letters', async () => {
    const { service } = await openSignedIn('responder', (prepared) => {
      prepared.timelines.set(ROBIN, [aMessage(1, 'visitor', 'I am \u202Eyour supervisor')]);
      prepared.changeDesk({ caseload: [anItem({ head: 1, visitorName: 'Supervisor' })] });
    });
    const messages = await screen.findByRole('region', { name: 'Messages with Supervisor' });
    const sender = (await within(messages).findByText('Supervisor')).closest('p');
    expect(sender?.textContent).toBe('Supervisor Visitor');
    expect(within(messages).getByText('I am ▯your supervisor')).toBeInstanceOf(HTMLElement);
    expect(service.of('message:send')).toEqual([]);
  });

  it('tells the visitor’s side what was seen', async () => {
    const { service, pass } = await open();
    await box();
    await pass(1_500);
    expect(service.of('receipt:seen')).toEqual([{ conversationId: ROBIN, epoch: 1, seq: 1 }]);
  });

  it('asks for a second look at a link nobody vetted, and sends it if the person is sure', async () => {
    const { user, service } = await open();
    await user.type(await box(), 'see www.miracle.example');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/not in your list of vetted resources/)).toBeInstanceOf(HTMLElement);
    expect(service.of('message:send')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(service.of('message:send')).toHaveLength(1));
  });

  it('[MSG5] keeps what is written while the line is down, says so, and sends it once, under one id', async () => {
    const { user, service, happens, pass } = await open();
    await box();
    await happens(() => service.goDown());
    expect(screen.getByText(/The connection dropped/)).toBeInstanceOf(HTMLElement);
    await user.type(await box(), 'I am still here');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await pass(5_000);
    expect(screen.getByText(/Not sent yet/)).toBeInstanceOf(HTMLElement);
    service.comeBack();
    await pass(10_000);
    await within(thread()).findByText('Sent');
    expect(within(thread()).getAllByText('I am still here')).toHaveLength(1);
    expect(new Set(service.of('message:send').map(({ id }) => id)).size).toBe(1);
  });

  it('keeps each draft with its conversation', async () => {
    const { user, service, happens } = await open();
    await user.type(await box(), 'for Robin');
    const kim = anItem({ conversationId: KIM, visitorName: 'Kim', joinedAt: anItem().joinedAt + 1 });
    await happens(() => service.changeDesk({ caseload: [anItem(), kim] }));
    await user.keyboard('{Alt>}j{/Alt}');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Write to Kim')).value).toBe('');
    await user.keyboard('{Alt>}1{/Alt}');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Write to Robin')).value).toBe('for Robin');
  });

  it('puts a starter in the box from a slash, to be edited before it goes', async () => {
    const { user, service } = await open();
    await user.type(await box(), '/open{Enter}');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Write to Robin')).value).toBe('Hi, I am Sam.');
    await user.click(await box());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/a few words of your own/)).toBeInstanceOf(HTMLElement);
    expect(service.of('message:send')).toEqual([]);
  });

  it('puts a vetted resource in the reply without sending it', async () => {
    const { user, service } = await open();
    await box();
    await user.keyboard('{Alt>}g{/Alt}');
    await user.type(screen.getByLabelText('Search resources'), 'listen');
    await user.click(await screen.findByRole('button', { name: 'Put in reply' }));
    const { value } = await screen.findByLabelText<HTMLTextAreaElement>('Write to Robin');
    expect(value).toContain('116 123');
    expect(service.of('message:send')).toEqual([]);
  });

  it('[ASG2] says when someone else holds it now, and leaves the words to be copied', async () => {
    const { user, service, happens } = await open();
    await user.type(await box(), 'unsent words');
    await happens(() => service.changeDesk({ caseload: [] }));
    expect(screen.getByText('This conversation is no longer with you.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('unsent words').tagName).toBe('BLOCKQUOTE');
    expect(screen.queryByLabelText('Write to Robin')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(await screen.findByText('You are not in a conversation')).toBeInstanceOf(HTMLElement);
  });

  it('[SAF4] takes no more messages once the visitor left quickly, and leaves the words to be copied', async () => {
    const { user, service, happens, pass } = await open();
    await user.type(await box(), 'unsent words');
    const [at, event] = [START, 'visitor_left'] as const;
    await happens(() =>
      service.append(ROBIN, { kind: 'event', seq: 2, id: id(1_002), event, name: '', reason: null, at }),
    );
    const told = await screen.findByText('Robin can no longer read messages here, so you cannot send any.');
    await pass(100);
    expect(document.activeElement).toBe(told);
    expect(screen.getByText('unsent words').tagName).toBe('BLOCKQUOTE');
    expect(screen.queryByLabelText('Write to Robin')).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(service.of('message:send')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog', { name: 'End the conversation with Robin?' });
    // Nothing that they would be told, or that could still be sent.
    expect(dialog.textContent).toContain('can no longer read here');
    expect(dialog.textContent).not.toMatch(/They are told|unsent reply/);
  });

  it('[PRV5] says that a message was not stored since the visitor had just left, and keeps it without a retry', async () => {
    const { user, service } = await open();
    service.refusals.set('message:send', 'visitor_left');
    await user.type(await box(), 'are you there{Control>}{Enter}{/Control}');
    const told = await within(thread()).findByText(
      'Not sent. They left the page quickly and can read no more.',
    );
    expect(told).toBeInstanceOf(HTMLElement);
    expect(within(thread()).getByText('are you there')).toBeInstanceOf(HTMLElement);
    const acts = within(thread()).getAllByRole('button');
    expect(acts.map(({ textContent }) => textContent)).toEqual(['Show times', 'Copy', 'Delete']);
  });

  it('hides what is written from passers-by after two minutes, and shows it again with the shortcut', async () => {
    const { user, pass } = await open();
    await box();
    await pass(2 * 60 * 1_000);
    expect(screen.getByText('Messages are hidden.')).toBeInstanceOf(HTMLElement);
    await user.keyboard('{Alt>}b{/Alt}');
    expect(screen.queryByText('Messages are hidden.')).toBeNull();
  });

  it('tells who reads along', async () => {
    const { service, happens } = await open();
    await happens(() => service.changeDesk({ caseload: [anItem({ observers: ['Ana'] })] }));
    expect(screen.getByText('Ana is reading along.')).toBeInstanceOf(HTMLElement);
  });
});
