import { screen, waitFor, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
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

  it('opens starters above the box with a slash, and the focus stays in the box', async () => {
    const { user, service } = await open();
    await user.type(await box(), '/');
    const list = await screen.findByRole('listbox', { name: 'Starters' });
    expect(document.activeElement).toBe(await box());
    expect(screen.getByText(/^2 starters\. Arrows choose/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers(list.closest<HTMLElement>('.composer') ?? list);
    await user.keyboard('{ArrowDown}');
    const [, second] = within(list).getAllByRole('option');
    expect((await box()).getAttribute('aria-activedescendant')).toBe(second?.id);
    await user.keyboard('{Enter}');
    expect((await box()).value).toBe('We have about 45 minutes.');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(service.of('typing:set')).toEqual([]);
  });

  it('narrows the starters by what follows the slash, and Escape keeps it', async () => {
    const { user, service } = await open();
    await user.type(await box(), '/nothing like this{Enter}');
    expect(screen.getByText(/^No starters match/)).toBeInstanceOf(HTMLElement);
    await user.keyboard('{Escape}');
    expect((await box()).value).toBe('/nothing like this');
    await user.clear(await box());
    await user.type(await box(), '/ope');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(service.of('message:send')).toEqual([]);
  });

  it('takes a starter with the pointer, after what is written already', async () => {
    const { user } = await open();
    await user.type(await box(), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Starters' }));
    await user.click(await screen.findByRole('option', { name: /Opening/ }));
    expect((await box()).value).toBe('Yes.\n\nHi, I am Sam.');
    expect(document.activeElement).toBe(await box());
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
