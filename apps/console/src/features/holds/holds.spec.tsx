import { act, cleanup, screen, within } from '@testing-library/react';
import type { Holds, ListedHold, ListedRetentionRequest } from '@warmline/contracts';
import { DAY } from '@warmline/kernel';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const [ROBIN, KIM] = [visitorCalled('', id(1)), visitorCalled('', id(2))];
const REQUEST: ListedRetentionRequest = {
  id: id(70),
  conversationId: id(1),
  wish: 'erase',
  reason: 'person_asked',
  askedBy: 'Bea',
  isOwn: false,
  askedAt: START,
  lapsesAt: START + 3 * DAY,
  expiryDay: '2027-03-01',
};
const HOLD: ListedHold = {
  conversationId: id(2),
  reason: 'safeguarding_child',
  askedBy: 'Bea',
  agreedBy: 'Ana',
  heldAt: START - 91 * DAY,
  reviewBy: START - DAY,
  isDue: true,
  expiryDay: '2027-03-01',
};

class HoldsService extends FakeService {
  view: Holds = { mayDecide: true, requests: [REQUEST], holds: [HOLD] };
  refusal: string | null = null;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) =>
        path.startsWith('/api/holds')
          ? Promise.resolve(this.#answer(path, request))
          : usual.fetch(path, request),
    };
  }

  #answer(path: string, { method = 'GET', body }: RequestInit = {}): HttpReply {
    if (method === 'GET') return httpAnswer(200, this.view);
    this.sent.push(`${path} ${typeof body === 'string' ? body : ''}`.replace(/"id":"[^"]+",/, ''));
    return this.refusal === null ? httpAnswer(200, this.view) : httpAnswer(409, { refusal: this.refusal });
  }
}

const open = async (prepare: (service: HoldsService) => void = () => {}, path = '/holds') => {
  const service = new HoldsService();
  service.session = { staff: ANA };
  prepare(service);
  const page = { ...openConsole(path, service), service };
  await screen.findByRole('region', { name: 'Held conversations' });
  return page;
};

// A dialog that closed gives the focus back in the next frame.
afterEach(() =>
  act(async () => {
    await new Promise(requestAnimationFrame);
  }),
);

describe('holds and erasures', () => {
  it('[PRV4] shows what waits for a second person, and erases only after one more question', async () => {
    const { user, service } = await open();
    const card = within(screen.getByRole('region', { name: `Erase it now: ${ROBIN}` }));
    expect(card.getByText('The person asked for it.')).toBeInstanceOf(HTMLElement);
    await user.click(card.getByRole('button', { name: `Agree: Erase it now: ${ROBIN}` }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(service.sent).toEqual([]);
    await user.click(card.getByRole('button', { name: `Agree: Erase it now: ${ROBIN}` }));
    service.view = { mayDecide: true, requests: [], holds: [HOLD] };
    const dialog = within(screen.getByRole('dialog', { name: `Erase the conversation with ${ROBIN}?` }));
    await user.click(dialog.getByRole('button', { name: 'Erase it' }));
    expect(await screen.findByText('The conversation is erased.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`/api/holds/${id(70)}/answer {"agrees":true}`]);
    expect(screen.getByText('Nothing waits for a second person.')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('[PRV4] says that a hold is due to be looked at, and keeps it', async () => {
    const { user, service } = await open();
    const card = within(screen.getByRole('region', { name: KIM }));
    expect(card.getByText(/Check now whether it is still needed/)).toBeInstanceOf(HTMLElement);
    await user.click(card.getByRole('button', { name: `Still needed: ${KIM}` }));
    expect(await screen.findByText('The hold stays. It is due again in 90 days.')).toBeInstanceOf(
      HTMLElement,
    );
    expect(service.sent).toEqual([`/api/holds/${id(2)}/review {}`]);
  });

  it('[PRV4] asks for one conversation, with a reason, and keeps what was chosen when it is refused', async () => {
    const { user, service } = await open(undefined, `/holds?conversation=${id(1)}`);
    const dialog = within(await screen.findByRole('dialog', { name: `What should happen to ${ROBIN}?` }));
    await user.click(dialog.getByRole('button', { name: 'Ask a second person' }));
    expect(dialog.getByText('Choose why.')).toBeInstanceOf(HTMLElement);
    await user.click(dialog.getByRole('radio', { name: 'The police or a coroner ask for it' }));
    service.refusal = 'retention_changed';
    await user.click(dialog.getByRole('button', { name: 'Ask a second person' }));
    expect(await dialog.findByText(/Something has changed/)).toBeInstanceOf(HTMLElement);
    expect(dialog.getByRole('radio', { name: 'The police or a coroner ask for it' })).toHaveProperty(
      'checked',
      true,
    );
    service.refusal = null;
    await user.click(dialog.getByRole('button', { name: 'Ask a second person' }));
    expect(await screen.findByText(/Asked. A second person/)).toBeInstanceOf(HTMLElement);
    expect(service.sent.at(-1)).toBe(
      `/api/holds {"conversationId":"${id(1)}","wish":"hold","reason":"legal_police"}`,
    );
  });

  it('takes one’s own request back, and never agrees to it', async () => {
    const { user, service } = await open((prepared) => {
      prepared.view = { mayDecide: true, requests: [{ ...REQUEST, isOwn: true }], holds: [] };
    });
    const card = within(screen.getByRole('region', { name: `Erase it now: ${ROBIN}` }));
    expect(card.queryByRole('button', { name: /^Agree/ })).toBeNull();
    await user.click(card.getByRole('button', { name: `Withdraw: Erase it now: ${ROBIN}` }));
    expect(service.sent).toEqual([`/api/holds/${id(70)}/answer {"agrees":false}`]);
    expect(await screen.findByText('The request is closed.')).toBeInstanceOf(HTMLElement);
  });

  it('[PRV4] is told above every page, and on the live view, to who can be the second person', async () => {
    const { user } = await open();
    const notices = await screen.findByText('2 holds or early erasures wait for you.');
    expect(notices).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: 'Live view' }));
    const needs = within(await screen.findByRole('region', { name: /Needs you/ }));
    expect(needs.getByText('2 wait for a second person')).toBeInstanceOf(HTMLElement);
    await user.click(needs.getByRole('button', { name: 'See them' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Holds and erasures' })).toBeInstanceOf(
      HTMLElement,
    );
    await screen.findByRole('region', { name: 'Held conversations' });
  });

  it('[SEC1] is decided by a safeguarding lead, and only read by an auditor', async () => {
    await open((prepared) => {
      prepared.session = { staff: { ...ANA, role: 'safeguarding_lead' } };
    });
    expect(screen.getByText('2 holds or early erasures wait for you.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('button', { name: `Agree: Erase it now: ${ROBIN}` })).toBeInstanceOf(HTMLElement);
    cleanup();
    await open((prepared) => {
      prepared.session = { staff: { ...ANA, role: 'auditor' } };
      prepared.view = { ...prepared.view, mayDecide: false };
    });
    expect(screen.queryByRole('button', { name: /Agree|Still needed|Decline/ })).toBeNull();
    expect(screen.getByText(/You can read this page/)).toBeInstanceOf(HTMLElement);
  });
});
