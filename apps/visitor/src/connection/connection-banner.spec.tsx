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
      screen.getByText(/Your connection dropped\. Trying again\./, {
        selector: '.connection p, .connection p *',
      }),
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
    openPage({ opening: null });
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

  it('takes a server that sends it to another one for no loss, unless that takes long', async () => {
    const { service, visit } = openPage();
    await act(() => visit.start('unsaid', ''));
    await pass(0);
    await act(async () => service.moveAway());
    expect(screen.queryByText(/Your connection dropped/)).toBeNull();
    service.isUp = true;
    await pass(500);
    expect(screen.getByRole('status').textContent).not.toContain('connect');
    service.isSilent = true;
    await act(async () => service.moveAway());
    await pass(2_500);
    expect(screen.queryByText(/Your connection dropped/)).toBeNull();
    await pass(1_000);
    expect(screen.getAllByText(/Your connection dropped/).length).toBeGreaterThan(0);
  });

  it('[MSG5] whose service is away says so at once, and who else is there, and sends once when it is back', async () => {
    const service = new FakeService();
    const { visit } = openPage({ service });
    await act(() => visit.start('unsaid', ''));
    await pass(0);
    service.isUnavailable = true;
    const stage = visit.stage.get();
    await act(() => {
      if (stage.name === 'chat') stage.chat.queue.add('are you there');
    });
    await pass(100);
    const banner = screen.getByRole('button', { name: 'Try now' }).parentElement;
    expect(banner?.textContent).toContain(
      "We can't reach our service right now. Your message is not sent. You can also call Samaritans 116 123.",
    );
    expect(banner?.textContent).toContain('Shout');
    expect(screen.getByText('Not sent yet. We keep trying.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain("We can't reach our service right now.");
    await pass(60_000);
    service.isUnavailable = false;
    await pass(6_000);
    expect(screen.getByText('Sent')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
    expect(service.entries.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  it('[MSG5] finds its service again although nobody has anything to send any more', async () => {
    const service = new FakeService();
    const { visit } = openPage({ service });
    await act(() => visit.start('unsaid', ''));
    await pass(0);
    service.isUnavailable = true;
    const stage = visit.stage.get();
    await act(() => {
      if (stage.name === 'chat') stage.chat.queue.add('never mind');
    });
    await pass(1_000);
    await act(() => screen.getByRole('button', { name: 'Remove it' }).click());
    await pass(30_000);
    expect(
      screen.getByText(/We can't reach our service/, { selector: '.connection p, .connection p *' }),
    ).toBeTruthy();
    service.isUnavailable = false;
    await pass(6_000);
    expect(
      screen.queryByText(/We can't reach our service/, { selector: '.connection p, .connection p *' }),
    ).toBeNull();
    expect(service.entries).toEqual([]);
  });
});
