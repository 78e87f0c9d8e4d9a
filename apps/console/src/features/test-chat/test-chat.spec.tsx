import { screen } from '@testing-library/react';
import type { TestChatView } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const NONE: TestChatView = { chat: null, isWhole: false };
const running = (...from: ('visitor' | 'responder')[]): TestChatView => ({
  chat: {
    id: id(70),
    messages: from.map((side, at) => ({ id: id(71 + at), from: side, body: `Hello ${at}`, at: START })),
  },
  isWhole: new Set(from).size === 2,
});

/** Answers what the test put there, and keeps what was asked. */
class TestChatService extends FakeService {
  view = NONE;
  isBroken = false;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (!path.startsWith('/api/test-chat')) return usual.fetch(path, request);
        if (this.isBroken) return Promise.reject(new TypeError('the network is gone'));
        if (request?.method === 'POST') this.sent.push(path);
        return Promise.resolve(httpAnswer(200, this.view));
      },
    };
  }
}

const opened = async (view = NONE) => {
  const service = new TestChatService();
  service.session = { staff: KIT };
  service.view = view;
  const page = { ...openConsole('/setup/test-chat', service), service };
  await screen.findByRole('heading', { name: 'Test chat', level: 1 });
  return page;
};

describe('a test chat with oneself', () => {
  it('is written from both sides, and is marked as a test', async () => {
    const { user, service } = await opened();
    const begin = await screen.findByRole('button', { name: 'Begin a test chat' });
    service.view = running();
    await user.click(begin);
    expect(await screen.findByRole('region', { name: 'Test' })).toBeInstanceOf(HTMLElement);
    await user.type(screen.getByLabelText('As the visitor'), 'Hello');
    service.view = running('visitor');
    await user.click(screen.getByRole('button', { name: 'Send as the visitor' }));
    expect(await screen.findByText('Hello 0')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    expect(service.sent).toEqual(['/api/test-chat', '/api/test-chat/message']);
  });

  it('counts once both sides have written and it is finished', async () => {
    const { user, service } = await opened(running('visitor', 'responder'));
    const finish = await screen.findByRole('button', { name: 'Finish the test chat' });
    service.view = NONE;
    await user.click(finish);
    expect(await screen.findByText(/^The test chat is finished/)).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual(['/api/test-chat/finish']);
  });

  it('keeps what was written when it could not be sent', async () => {
    const { user, service } = await opened(running());
    await user.type(await screen.findByLabelText('As the responder'), 'Hello you');
    service.isBroken = true;
    await user.click(screen.getByRole('button', { name: 'Send as the responder' }));
    expect(await screen.findByText(/^That was not sent/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('Hello you')).toBeInstanceOf(HTMLElement);
  });
});
