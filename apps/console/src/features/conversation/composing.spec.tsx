import { screen, waitFor, within } from '@testing-library/react';
import { anItem } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
const box = () => screen.findByLabelText<HTMLTextAreaElement>('Write to Robin');

describe('writing a reply', () => {
  it('sends with Enter alone once the person has chosen so, and Shift+Enter makes a new line', async () => {
    const { user, service } = await open();
    await user.type(await box(), 'one{Enter}two');
    expect(service.of('message:send')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Sam: menu' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Enter sends: off/ }));
    await user.type(await box(), '{Shift>}{Enter}{/Shift}three{Enter}');
    await waitFor(() => expect(service.of('message:send')).toMatchObject([{ body: 'one\ntwo\nthree' }]));
    await user.click(screen.getByRole('button', { name: 'Sam: menu' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Enter sends: on/ }));
  });

  it('takes the first starter with Enter right after the slash', async () => {
    const { user } = await open();
    await user.type(await box(), '/');
    const list = within(await screen.findByRole('dialog', { name: 'Starters' }));
    await list.findAllByRole('menuitem');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await box()).value).not.toBe(''));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the prompts and the starters of the step chosen, and all of them on request', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('radio', { name: 'Safety' }));
    const prompts = await screen.findByRole('region', { name: 'Safety: what can help' });
    expect(within(prompts).getAllByRole('listitem')).toHaveLength(3);
    const panel = within(screen.getByRole('tabpanel', { name: 'Starters' }));
    expect(panel.queryByRole('heading', { name: 'Connect' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show starters of all steps' }));
    expect(panel.getByRole('heading', { name: 'Connect' })).toBeInstanceOf(HTMLElement);
  });
});
