import './browser-gaps';
import { createMemoryHistory } from '@tanstack/react-router';
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import type { ManualClock } from '@warmline/client/testing';
import { Console } from '../app/console';
import { forgetBesideDrafts } from '../shared/desk/beside-drafts';
import { forgetDrafts } from '../shared/desk/drafts';
import { forgetHandoverDrafts } from '../shared/handover/handover-drafts';
import { preloadEverything } from '../shared/page/later';
import { setHidden } from '../shared/page/privacy';
import { forgetLifted } from '../shared/session/off-disk';
import { ANA, SAM } from './builders';
import { FakeService } from './fake-service';

// Working out for every element whether it is hidden takes most of a test's time, and jsdom knows no layout anyway.
configure({ defaultHidden: true });

// A part that arrives after a test's own steps would change the page outside of them.
beforeAll(preloadEverything);

export interface OpenConsole {
  readonly service: FakeService;
  readonly clock: ManualClock;
  /** Addresses of other sites that the page went to. */
  readonly left: readonly string[];
  readonly user: UserEvent;
  /** As the address bar would show it. */
  readonly address: () => string;
  /** Lets time pass and everything that follows from it happen. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Something happens at the other side. */
  readonly happens: (what: () => void) => Promise<void>;
}

/** The console at an address, in front of a service that a test can speak for. `kept` is what its tab kept. */
export const openConsole = (
  path: string,
  service = new FakeService(),
  kept: Readonly<Record<string, string>> = {},
): OpenConsole => {
  const { clock } = service;
  const left: string[] = [];
  sessionStorage.clear();
  // As someone who has worked on this device before; the spec of that card clears it.
  localStorage.setItem('warmline.told-how', kept['warmline.told-how'] ?? 'yes');
  forgetLifted();
  for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
  forgetDrafts();
  forgetHandoverDrafts();
  forgetBesideDrafts();
  setHidden(false);
  const history = createMemoryHistory({ initialEntries: [`/console${path}`] });
  render(
    <Console
      parts={{
        ...service.parts,
        clock,
        random: () => 0.5,
        wakeUps: () => () => {},
        tabStorage: sessionStorage,
        reload: () => {},
        leaveFor: (address) => left.push(address),
      }}
      history={history}
    />,
  );
  return {
    service,
    clock,
    left,
    address: () => history.location.href,
    // No style sheet is loaded that could keep a pointer off.
    user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }),
    pass: (milliseconds) => act(() => clock.advance(milliseconds)),
    happens: async (what) => {
      await act(async () => {
        what();
        await clock.advance(0);
      });
    },
  };
};

/** Already signed in, with the service prepared by the test, once the desk or the live view is there. */
export const openSignedIn = async (
  role: 'responder' | 'supervisor',
  prepare: (service: FakeService) => void,
  kept: Readonly<Record<string, string>> = {},
): Promise<OpenConsole> => {
  const service = new FakeService();
  const staff = role === 'responder' ? SAM : ANA;
  service.session = { staff };
  service.changeDesk({ me: { ...staff, availability: 'available' } });
  prepare(service);
  const opened = openConsole(role === 'responder' ? '/' : '/now', service, kept);
  await screen.findByText('Connected');
  // The screen itself is loaded on its own and may come last.
  await waitFor(() => expect(document.querySelector('main :is(.desk, .now)')).not.toBeNull());
  await screen.findByRole('button', { name: /My status/ });
  return opened;
};

/** Opens a page that is in the menu at the end of a supervisor's bar. */
export const openSeldomPage = async (user: OpenConsole['user'], page: string): Promise<void> => {
  await user.click(screen.getByRole('button', { name: 'More pages' }));
  await user.click(await screen.findByRole('menuitem', { name: page }));
  await focusReturns(`${page}, and more pages`);
};

/** The focus goes back to the button of a menu a moment after it has closed. */
export const focusReturns = (button: string): Promise<void> =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: button })));

/** A supervisor at one of their views, once the board is there. */
export const openSupervising = async (
  view: 'Queue' | 'People' | 'Today',
  prepare: (service: FakeService) => void,
): Promise<OpenConsole> => {
  const opened = await openSignedIn('supervisor', prepare);
  await opened.user.click(await screen.findByRole('link', { name: view }));
  await screen.findByRole('heading', { level: 1, name: view });
  return opened;
};
