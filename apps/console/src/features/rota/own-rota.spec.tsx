import { screen, within } from '@testing-library/react';
import type { Account, OwnRota, SwapAnswer } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, SAM } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole, openSignedIn, openSupervising } from '../../testing/open-console';

const HOUR = 3_600_000;
const shift = (day: number, hour = 18) => {
  const beginsAt = Date.UTC(2030, 0, day, hour);
  return { beginsAt, endsAt: beginsAt + 2 * HOUR };
};
const swap = (over: Partial<OwnRota['swaps'][number]> = {}) => ({
  id: id(80),
  state: 'asked' as const,
  by: 'Jo',
  of: 'Sam',
  mine: 'answers' as const,
  given: shift(9),
  back: null,
  askedAt: 0,
  ...over,
});
const aRota = (over: Partial<OwnRota> = {}): OwnRota => ({
  zone: 'Europe/London',
  shifts: [shift(7)],
  training: [
    { module: 'core_safeguarding', state: 'expired', expiresAt: Date.UTC(2029, 5, 2) },
    { module: 'data_protection', state: 'missing', expiresAt: null },
    { module: 'suicide_safety', state: 'valid', expiresAt: Date.UTC(2030, 5, 2) },
  ],
  colleagues: [{ id: id(20), name: 'Jo', shifts: [shift(8)] }],
  swaps: [],
  ...over,
});

const ACCOUNT: Account = {
  signInName: 'sam',
  role: 'responder',
  name: 'Sam',
  visitorName: null,
  identityProvider: null,
  factors: { isAsked: true, authenticator: null, passkeys: [], recoveryCodesLeft: 0 },
  sessions: [],
};

/** Answers what the test put there, and keeps what was asked. */
class RotaService extends FakeService {
  rota = aRota();
  swapAnswers: SwapAnswer[] = [];
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path === '/api/account') return Promise.resolve(httpAnswer(200, ACCOUNT));
        if (!path.startsWith('/api/rota')) return usual.fetch(path, request);
        if (request?.method !== 'POST')
          return Promise.resolve(
            httpAnswer(
              200,
              path.endsWith('own') ? this.rota : { zone: this.rota.zone, swaps: this.rota.swaps },
            ),
          );
        this.sent.push(`${path} ${typeof request.body === 'string' ? request.body : ''}`);
        return Promise.resolve(httpAnswer(200, this.swapAnswers.shift()));
      },
    };
  }
}

const opened = async (rota = aRota()) => {
  const service = new RotaService();
  service.session = { staff: SAM };
  service.rota = rota;
  const page = { ...openConsole('/account', service), service };
  await screen.findByText('Connected');
  await screen.findByRole('heading', { name: 'My training' });
  return page;
};

describe('own shifts on the account', () => {
  it('shows shifts by the wall of the service, and training: lapsed only what was valid once', async () => {
    await opened();
    expect(screen.getByText('Monday 7 January, 18:00 to 20:00')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Safeguarding: lapsed on 1 June 2029')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Data protection: not recorded yet')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('No swaps')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('a shift is offered to a colleague, with one of theirs in return', async () => {
    const { user, service } = await opened();
    await user.click(screen.getByRole('button', { name: /^Ask someone to take it: Monday 7 January/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(within(dialog).getByText('Choose a colleague.')).toBeInstanceOf(HTMLElement);
    await user.click(within(dialog).getByRole('radio', { name: 'Jo' }));
    await user.click(within(dialog).getByRole('radio', { name: /^Tuesday 8 January/ }));
    await expectNoBarriers(dialog);
    service.swapAnswers = [
      { outcome: 'not_possible', whose: 'theirs', problem: 'too_near' },
      {
        outcome: 'done',
        own: aRota({ swaps: [swap({ by: 'Sam', of: 'Jo', mine: 'asked', given: shift(7) })] }),
      },
    ];
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(await within(dialog).findByText(/They would have too little time/)).toBeInstanceOf(HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Jo is asked')).toBeInstanceOf(HTMLElement);
    const sent = `/api/rota/swaps {"of":"${id(20)}","given":${shift(7).beginsAt},"back":${shift(8).beginsAt}}`;
    expect(service.sent).toEqual([sent, sent]);
  });

  it('the other agrees, or is told that it is over', async () => {
    const { user, service } = await opened(aRota({ swaps: [swap()] }));
    expect(screen.getByText(/^Jo asks you to take Wednesday 9 January/)).toBeInstanceOf(HTMLElement);
    service.swapAnswers = [{ outcome: 'over', own: aRota({ swaps: [swap({ state: 'over' })] }) }];
    await user.click(screen.getByRole('button', { name: /^Take Wednesday 9 January/ }));
    expect(await screen.findByText(/That is not possible any more/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: /^Take Wednesday/ })).toBeNull();
    expect(service.sent).toEqual([`/api/rota/swaps/${id(80)} {"answer":"agree"}`]);
  });

  it('supervisors see all swaps, without buttons', async () => {
    const swaps = [swap({ mine: null, state: 'agreed' })];
    const { user } = await openSupervising('People', (service) => {
      Object.assign(service.plain, { '/api/rota/swaps': { zone: 'Europe/London', swaps } });
    });
    await user.click(screen.getByRole('button', { name: 'Swaps' }));
    const card = await screen.findByRole('group', { name: 'Swaps' });
    expect(await within(card).findByText(/^Jo asks Sam to take Wednesday 9 January/)).toBeTruthy();
    expect(within(card).getByText('Agreed')).toBeInstanceOf(HTMLElement);
    expect(within(card).queryByRole('button', { name: /Take/ })).toBeNull();
  });
});

describe('the desk of someone who is asked to take a shift', () => {
  it('says who asks and for which shift, and leads to the answer', async () => {
    const { user } = await openSignedIn('responder', (service) => {
      service.plain['/api/rota/own'] = aRota({ swaps: [swap()] });
    });
    expect(await screen.findByText(/asks you to take/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: 'Answer' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'My account' })).toBeInstanceOf(HTMLElement);
  });

  it('says nothing of a swap that was answered', async () => {
    await openSignedIn('responder', (service) => {
      service.plain['/api/rota/own'] = aRota({ swaps: [swap({ state: 'agreed' })] });
    });
    expect(screen.queryByText(/asks you to take/)).toBeNull();
  });
});
