import { jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/preact';
import { FakeService } from '../testing/fake-service';
import { openPage } from '../testing/open-page';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  sessionStorage.clear();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

describe('a page that lost its server', () => {
  it('[ASG4] says so at once, after ten seconds who else to call, and that it is back', async () => {
    const { service, visit } = openPage();
    await act(() => visit.start('unsaid', ''));
    await pass(0);
    await act(async () => service.goDown());
    expect(
      screen.getByText(/Your connection dropped\. Trying again\./, { selector: '.line p' }),
    ).toBeTruthy();
    const banner = screen.getByRole('button', { name: 'Try now' }).parentElement;
    expect(banner?.textContent).not.toContain('116 123');
    await pass(10_500);
    expect(banner?.textContent).toContain('Samaritans 116 123');
    await pass(50_000);
    expect(banner?.textContent).toContain("Still trying. If it doesn't come back, call Samaritans");
    service.isUp = true;
    await pass(5_000);
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('You are connected again.');
  });

  it('[ASG4] that never had one shows who else to call after ten seconds', async () => {
    openPage({ door: null });
    await pass(9_000);
    expect(screen.queryByText(/isn't working/)).toBeNull();
    await pass(1_500);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      "Our chat isn't working at the moment",
    );
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' })).toBeTruthy();
  });

  it('[MSG5] shows "not sent yet" within five seconds, keeps the text, and sends it on return', async () => {
    const service = new FakeService();
    const { visit } = openPage({ service });
    await act(() => visit.start('unsaid', ''));
    await pass(0);
    await act(async () => service.goDown());
    const stage = visit.stage.get();
    await act(() => {
      if (stage.name === 'chat') stage.chat.queue.add('are you there');
    });
    await pass(5_000);
    expect(screen.getByText('Not sent yet. We keep trying.')).toBeTruthy();
    expect(screen.getByText('are you there')).toBeTruthy();
    service.isUp = true;
    await pass(6_000);
    expect(screen.getByText('Sent')).toBeTruthy();
    expect(screen.getAllByText('are you there')).toHaveLength(1);
  });
});
