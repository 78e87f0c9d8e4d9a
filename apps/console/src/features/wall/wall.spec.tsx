import { screen } from '@testing-library/react';
import type { Wall } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { aWallboard } from '../../testing/a-wallboard';
import { expectNoBarriers } from '../../testing/barriers';
import { MINUTE } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const aWall = (): Wall => {
  const { steps: _steps, ...figures } = aWallboard();
  return figures;
};

/** Answers a page on a wall, and keeps what it sent. */
class WallService extends FakeService {
  /** Null once the link is revoked. */
  wall: Wall | null = aWall();
  readonly sent: RequestInit[] = [];
  readonly paths: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request = {}) => {
        this.paths.push(path);
        if (path !== '/api/wall' || this.isUnreachable) return usual.fetch(path, request);
        this.sent.push(request);
        return Promise.resolve(
          this.wall === null ? httpAnswer(401, { refusal: 'not_signed_in' }) : httpAnswer(200, this.wall),
        );
      },
    };
  }
}

const open = async () => {
  const service = new WallService();
  const page = { ...openConsole('/wall#a-secret', service), service };
  await screen.findByText(/Heard at/);
  return page;
};

describe('the wall page', () => {
  it('shows eight figures to nobody in particular, and asks for nothing else', async () => {
    const { service, address } = await open();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(8);
    expect(screen.queryByRole('button', { name: /sign|account/i })).toBeNull();
    expect(new Set(service.paths)).toEqual(new Set(['/api/service', '/api/wall']));
    expect(service.sent[0]).toMatchObject({
      credentials: 'omit',
      headers: { authorization: 'Bearer a-secret' },
    });
    expect(address()).toBe('/console/wall#a-secret');
    await expectNoBarriers();
  });

  it('reads again and again, and lets waits go on in between', async () => {
    const { service, pass } = await open();
    expect(screen.getByText('24 min')).toBeInstanceOf(HTMLElement);
    service.wall = {
      ...aWall(),
      now: aWall().now + MINUTE,
      answerRate: { part: 39, of: 40, least: 0.9, most: null },
    };
    await pass(16_000);
    expect(screen.getByText('98 %')).toBeInstanceOf(HTMLElement);
    expect(service.sent.length).toBeGreaterThan(1);
  });

  it('says how old its figures are while the server does not answer', async () => {
    const { service, pass } = await open();
    service.isUnreachable = true;
    await pass(MINUTE);
    await screen.findByText(/Nothing heard since/);
    await pass(2 * MINUTE);
    expect(await screen.findByText(/Nothing heard since .*: these figures are [23] min old/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText('27 min')).toBeInstanceOf(HTMLElement);
    service.isUnreachable = false;
    await pass(16_000);
    expect(screen.getByText(/Heard at/)).toBeInstanceOf(HTMLElement);
  });

  it('shows no figure once its link is revoked, and asks no more', async () => {
    const { service, pass } = await open();
    service.wall = null;
    await pass(16_000);
    expect(screen.getByRole('alert').textContent).toContain('This link does not work.');
    expect(screen.queryAllByRole('heading', { level: 3 })).toEqual([]);
    const asked = service.sent.length;
    await pass(MINUTE);
    expect(service.sent).toHaveLength(asked);
  });
});
