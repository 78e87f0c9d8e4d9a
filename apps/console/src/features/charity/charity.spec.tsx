import { act, screen, waitFor, within } from '@testing-library/react';
import type { CharityAnswer, CharityView } from '@warmline/contracts';
import { PREVIEW_READY, type Helpline, type PreviewMessage } from '@warmline/vocabulary';
import type { ConsoleParts } from '../../shared/page/parts';
import { aCharity, aCharityView, anUndo } from '../../testing/a-charity';
import { expectNoBarriers } from '../../testing/barriers';
import { KIT } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';
import { charityWords } from './charity-words';

/** Answers what the test put there, and keeps what was asked. */
class CharityService extends FakeService {
  view: CharityView = aCharityView();
  charityAnswers: CharityAnswer[] = [];
  readonly sent: { readonly path: string; readonly body: unknown }[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path === '/api/launcher')
          return Promise.resolve(httpAnswer(200, { script: '/launch-1.js', integrity: 'sha384-abc' }));
        if (!path.startsWith('/api/charity')) return usual.fetch(path, request);
        if (request?.method !== 'POST') return Promise.resolve(httpAnswer(200, this.view));
        this.sent.push({ path, body: JSON.parse(typeof request.body === 'string' ? request.body : '') });
        return Promise.resolve(
          httpAnswer(200, this.charityAnswers.shift() ?? { outcome: 'saved', view: this.view }),
        );
      },
    };
  }
}

const opened = async (prepare: (service: CharityService) => void = () => {}) => {
  const service = new CharityService();
  service.session = { staff: KIT };
  prepare(service);
  const page = { ...openConsole('/setup/charity', service), service };
  await screen.findByRole('heading', { name: 'Your charity', level: 1 });
  await screen.findByText(/launch-1\.js" integrity="sha384-abc"/);
  return page;
};

describe('your charity', () => {
  it('is saved as one, and says that visitors see it', async () => {
    const { user, service } = await opened();
    await expectNoBarriers();
    const page = screen.getByRole('link', { name: 'See the page of visitors (opens in a new tab)' });
    expect([page.getAttribute('href'), page.getAttribute('target')]).toEqual(['/', '_blank']);
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save.disabled).toBe(true);
    await user.clear(screen.getByLabelText('Name of your charity'));
    await user.type(screen.getByLabelText('Name of your charity'), 'Quay Talk');
    service.view = aCharityView({ version: 4, charity: aCharity({ name: 'Quay Talk' }), undo: anUndo() });
    await user.click(save);
    expect(await screen.findByText(/^Saved. Visitors see it/)).toBeInstanceOf(HTMLElement);
    expect(document.title).toBe('Your charity · Set up · Quay Talk');
    expect(service.sent).toEqual([
      { path: '/api/charity', body: { version: 3, charity: aCharity({ name: 'Quay Talk' }) } },
    ]);
  });

  it('is not said to have unsaved changes when the first save stores its fields in another order', async () => {
    const { user, service } = await opened();
    await user.type(screen.getByLabelText('Name of your charity'), ' of the Quay');
    const [helpline] = aCharity().helplines;
    const stored = aCharity({
      name: 'Harbour Listening of the Quay',
      exit: { url: 'https://www.example.org/weather', title: 'Weather' },
      helplines: [Object.fromEntries(Object.entries(helpline ?? {}).reverse()) as unknown as Helpline],
    });
    service.view = aCharityView({ version: 4, charity: stored, undo: anUndo() });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved. Visitors see it/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(charityWords.unsaved)).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });

  it('takes several languages as they are typed, with a semicolon between them', async () => {
    const { user, service } = await opened();
    await user.type(screen.getByLabelText('Languages'), '; cy');
    expect(screen.getByLabelText<HTMLInputElement>('Languages').value).toBe('en; cy');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved. Visitors see it/)).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]?.body).toMatchObject({ charity: { languages: ['en', 'cy'] } });
  });

  it('can be taken back, and says until when', async () => {
    const { user, service } = await opened((prepared) => {
      prepared.view = aCharityView({
        undo: anUndo({ isOwn: false, byName: 'Ana', parts: ['name', 'exit'] }),
      });
    });
    expect(screen.getByText(/Ana changed this at .* Changed: Name and Exit page\./)).toBeInstanceOf(
      HTMLElement,
    );
    service.view = aCharityView({ version: 5, charity: aCharity({ name: 'Before' }) });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByDisplayValue('Before')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([
      { path: '/api/charity/undo', body: { change: '00000000-0000-4000-8000-0000000000aa' } },
    ]);
  });

  it('shows the second of two administrators what changed, and overwrites nothing in silence', async () => {
    const { user, service } = await opened();
    await user.type(screen.getByLabelText('Name of your charity'), ' of the Quay');
    await user.type(screen.getByLabelText('Emergency number'), '9');
    const saved = aCharity({ name: 'Theirs', exit: { title: 'News', url: 'https://news.example.org/' } });
    const view = aCharityView({ version: 4, charity: saved });
    service.charityAnswers = [{ outcome: 'outdated', view, by: 'Ana' }];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Ana saved changes: Name and Exit page\./)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('Harbour Listening of the Quay')).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('https://news.example.org/')).toBeInstanceOf(HTMLElement);
    const clash = screen.getByText(/You both changed: Name\. Saved now: Theirs/).closest('[role="status"]');
    await user.click(within(clash as HTMLElement).getByRole('button', { name: 'Use what is saved' }));
    expect(screen.getByDisplayValue('Theirs')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(service.sent[1]?.body).toEqual({ version: 4, charity: { ...saved, emergencyNumber: '9999' } });
  });

  it('says at its field what is wrong, goes there, and loses nothing', async () => {
    const { user, service } = await opened();
    await user.clear(screen.getByLabelText('Address'));
    await user.type(screen.getByLabelText('Address'), 'http://example.org');
    service.charityAnswers = [
      { outcome: 'problems', problems: [{ field: 'exit.url', problem: 'not_https' }] },
    ];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Enter an address that begins with https/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('http://example.org')).toBeInstanceOf(HTMLElement);
  });

  it('starts from the numbers of another country only when that is confirmed', async () => {
    const { user } = await opened();
    await user.click(screen.getByText('Ireland'));
    expect(screen.getByDisplayValue('999')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Start from the numbers of: Ireland' }));
    expect(screen.getByText(/^This replaces the emergency number/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Start from the numbers of: Ireland' }));
    expect(screen.getByDisplayValue('112')).toBeInstanceOf(HTMLElement);
  });

  it('adds, orders and removes helplines', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Add a helpline' }));
    const second = screen.getByRole('group', { name: 'Helpline 2' });
    await user.type(within(second).getByLabelText('Name'), 'Quayside');
    await user.click(screen.getByRole('button', { name: 'Move Quayside up' }));
    const first = screen.getByRole('group', { name: /^Helpline 1/ });
    expect(within(first).getByDisplayValue('Quayside')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Remove Samaritans' }));
    expect(screen.queryByDisplayValue('Samaritans')).toBeNull();
  });
});

describe('the page of visitors beside the form', () => {
  it('is told what is in the form once it is there, saved or not, in the screen and colours that are chosen', async () => {
    const { user } = await opened();
    const frame = screen.getByTitle<HTMLIFrameElement>('Preview of the page of visitors');
    const told: PreviewMessage[] = [];
    const { contentWindow } = frame;
    if (contentWindow === null) throw new Error('a frame has a window');
    contentWindow.addEventListener('message', ({ data: said }: MessageEvent<PreviewMessage>) =>
      told.push(said),
    );
    expect(screen.getByText('Loading the preview')).toBeInstanceOf(HTMLElement);
    const hears = (origin: string) =>
      act(() => {
        dispatchEvent(new MessageEvent('message', { data: PREVIEW_READY, origin, source: contentWindow }));
      });
    hears('https://other.example');
    expect(screen.getByText('Loading the preview')).toBeInstanceOf(HTMLElement);
    hears(location.origin);
    expect(screen.queryByText('Loading the preview')).toBeNull();
    await user.type(screen.getByLabelText('Name of your charity'), ' of Hull');
    await user.click(screen.getByRole('radio', { name: 'While closed' }));
    await user.click(screen.getByRole('radio', { name: 'Night' }));
    await waitFor(() =>
      expect(told.at(-1)).toEqual({
        preview: aCharity({ name: 'Harbour Listening of Hull' }),
        screen: 'closed',
        isNight: true,
      }),
    );
  });

  it('says so where it does not come, and the form goes on', async () => {
    const { pass } = await opened();
    await pass(10_000);
    expect(screen.getByText(/^The preview could not be loaded/)).toBeInstanceOf(HTMLElement);
  });
});
