import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServiceImported } from '@warmline/contracts';
import type { ConsoleParts } from '../../../shared/page/parts';
import { expectNoBarriers } from '../../../testing/barriers';
import { KIT, START } from '../../../testing/builders';
import { FakeService } from '../../../testing/fake-service';
import { httpAnswer } from '../../../testing/http-answer';
import { openConsole } from '../../../testing/open-console';

const PRINT = '4F2A 91C0 0D3B 77E1 A95C 1B60 F00D 2C4E';
const MADE = {
  ...{ name: 'Harbour Listening', madeAt: START, fingerprint: PRINT, charityParts: 2 },
  lists: [{ list: 'starters', added: 9, changed: 0, removed: 0 }],
} as const;
const CHECKED: ServiceImported = { outcome: 'checked', ...MADE, lists: [...MADE.lists], invites: [] };
const INVITE = { signInName: 'rae', link: 'https://chat.example.org/console/#invite=x', canMail: false };
const SAVED: ServiceImported = { outcome: 'saved', ...MADE, lists: [...MADE.lists], invites: [INVITE] };

/** Answers in the order the test put there, and keeps what was sent. */
class MovingService extends FakeService {
  replies: ServiceImported[] = [];
  readonly sent: unknown[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (!path.startsWith('/api/service-file')) return usual.fetch(path, request);
        if (request?.method !== 'POST')
          return Promise.resolve(
            path.includes('fingerprint')
              ? httpAnswer(200, { fingerprint: PRINT })
              : httpAnswer(403, { refusal: 'proof_old' }),
          );
        this.sent.push(JSON.parse(typeof request.body === 'string' ? request.body : ''));
        return Promise.resolve(httpAnswer(200, this.replies.shift()));
      },
    };
  }
}

const opened = async (...answers: ServiceImported[]) => {
  const service = new MovingService();
  service.session = { staff: KIT };
  service.replies = answers;
  openConsole('/setup/move', service);
  await screen.findByRole('heading', { name: 'Move this service', level: 1 });
  await screen.findByText(PRINT);
  return service;
};
const choose = async (text = 'a file'): Promise<void> => {
  const file = new File([text], 'warmline-service.txt', { type: 'text/plain' });
  await userEvent.upload(screen.getByLabelText('File of a service'), file);
};

describe('moving a service', () => {
  it('asks for a fresh proof before the file is saved', async () => {
    await opened();
    await expectNoBarriers();
    await userEvent.click(screen.getByRole('button', { name: 'Save the file' }));
    expect(await screen.findByRole('dialog')).toBeInstanceOf(HTMLElement);
  });

  it('[AUD1] says what a file makes, and makes it once the fingerprint is compared', async () => {
    const service = await opened(CHECKED, SAVED);
    await choose();
    const from = await screen.findByText(/Harbour Listening.*, saved on/);
    expect(from.textContent).toContain(new Date(START).getUTCFullYear().toString());
    const row = screen.getByRole('row', { name: /Starters/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['9', '0', '0']);
    const make = screen.getByRole('button', { name: 'Make all of this here' });
    expect(make.hasAttribute('disabled')).toBe(true);
    await expectNoBarriers();
    await userEvent.click(screen.getByRole('checkbox', { name: /the same as at the old deployment/ }));
    await userEvent.click(make);
    expect(await screen.findByText(INVITE.link)).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([
      { text: 'a file', checkOnly: true },
      { text: 'a file', checkOnly: false, fingerprint: PRINT },
    ]);
  });

  it.each([
    [{ outcome: 'unreadable', problem: 'altered' } as const, /was changed after it was saved/],
    [
      { outcome: 'not_new', because: ['opened', 'lists'], lists: ['starters'] } as const,
      /new deployment only\. The chat was opened here\. Something was saved here\. Saved here: Starters\./,
    ],
    [
      { outcome: 'problems', list: 'rota', problems: [], count: 3 } as const,
      /There are 3 problems in the list/,
    ],
  ])('says in words why nothing was made: %j', async (answer, words) => {
    await opened({ ...answer } as ServiceImported);
    await choose();
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Make all of this here' })).toBeNull();
  });
});
