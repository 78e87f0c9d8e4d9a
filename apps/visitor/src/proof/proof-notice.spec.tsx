import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { heading } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';
import type { MakeProof } from './make-proof';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const PROOF = { challenge: 'challenge', answers: [1, 2, 3, 4] };

/** Work that the test does. */
const atWork = () => {
  const work = {
    found: (_answers: number): void => {},
    done: (): void => {},
    isStopped: (): boolean => false,
  };
  const makeProof: MakeProof = ({ onProgress, isStopped }) => {
    work.found = (found) => onProgress({ found, of: 4 });
    work.found(0);
    work.isStopped = isStopped;
    return new Promise((resolve) => {
      work.done = () => resolve(PROOF);
    });
  };
  return { work, loadProof: async () => ({ makeProof }) };
};
const startsOf = ({ service }: ReturnType<typeof openPage>) =>
  service.asked.filter(({ command }) => command === 'conversation:start').map(({ payload }) => payload);

describe('a start while many start at once', () => {
  it('[SEC5] shows a check with its progress and who can be called, and then starts with all that was chosen', async () => {
    const { work, loadProof } = atWork();
    const page = openPage({ loadProof });
    page.service.proof = 'first';
    await act(() => page.visit.start('unsure', 'Robin', ['young people']));
    await heading('Starting your chat');
    await screen.findByText('Check: part 1 of 4');
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' }).getAttribute('href')).toBe('tel:116123');
    expect(screen.getByRole('progressbar', { name: 'Check: part 1 of 4' })).toBeTruthy();
    await act(() => work.found(2));
    await screen.findByText('Check: part 3 of 4');
    await act(() => work.done());
    await heading("You're in the queue");
    const chosen = { safety: 'unsure', name: 'Robin', wants: ['young people'] };
    expect(startsOf(page)).toMatchObject([chosen, { ...chosen, proof: PROOF }]);
    expect(screen.queryByText(/Check: part/)).toBeNull();
  });

  it('[SEC5] queues someone in danger at once, and does the check beside it', async () => {
    const { work, loadProof } = atWork();
    const page = openPage({ loadProof });
    page.service.proof = 'beside';
    await act(() => page.visit.start('danger', ''));
    await heading("You're in the queue");
    await screen.findByText(/so that you are answered first/);
    expect(screen.getByRole('textbox')).toBeTruthy();
    await act(() => work.done());
    await waitFor(() => expect(screen.queryByText(/so that you are answered first/)).toBeNull());
    expect(startsOf(page)).toMatchObject([{ safety: 'danger' }, { safety: 'danger', proof: PROOF }]);
    expect(page.service.view?.needsProof).toBeUndefined();
  });

  it('goes on with its check when the connection is lost, and starts once it is back', async () => {
    const { work, loadProof } = atWork();
    const page = openPage({ loadProof });
    page.service.proof = 'first';
    await act(() => page.visit.start('unsaid', ''));
    await screen.findByText('Check: part 1 of 4');
    await act(() => page.service.goDown());
    await act(() => work.done());
    page.service.isUp = true;
    await heading("You're in the queue");
    expect(startsOf(page).at(-1)).toMatchObject({ proof: PROOF });
  });

  it('says what to do where the browser cannot do the check, and loses no place in the queue', async () => {
    const loadProof = async () => ({ makeProof: async () => 'cannot' as const });
    const page = openPage({ loadProof });
    page.service.proof = 'first';
    await act(() => page.visit.start('unsaid', ''));
    await heading("Your browser can't do a check that we need right now");
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' })).toBeTruthy();
    cleanup();
    const queued = openPage({ loadProof });
    queued.service.proof = 'beside';
    await act(() => queued.visit.start('danger', ''));
    await heading("You're in the queue");
    await screen.findByText("Your browser can't do the check. You keep your place.");
  });

  it('says so too when the check cannot be loaded twice, and starts no more chats without it', async () => {
    let loads = 0;
    const loadProof = async () => {
      loads += 1;
      throw new Error('the chunk is gone');
    };
    const page = openPage({ loadProof });
    page.service.proof = 'first';
    await act(() => page.visit.start('unsaid', ''));
    await screen.findByText('Check: part 1 of 4');
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' })).toBeTruthy();
    await heading("Your browser can't do a check that we need right now");
    expect(loads).toBe(2);
    expect(startsOf(page)).toHaveLength(1);
  });

  it('asks for a challenge again while it is busy, and still shows who can be called', async () => {
    const makeProof: MakeProof = async ({ ask }) => ((await ask()).kind === 'done' ? PROOF : null);
    const page = openPage({ loadProof: async () => ({ makeProof }) });
    page.service.proof = 'first';
    page.service.refusing = { command: 'challenge:ask', refusal: 'unavailable' };
    await act(() => page.visit.start('unsaid', ''));
    await waitFor(() => expect(page.service.asked.at(-1)?.command).toBe('challenge:ask'));
    expect(screen.getByRole('link', { name: 'Samaritans: 116 123' })).toBeTruthy();
    page.service.refusing = null;
    await heading("You're in the queue");
    expect(startsOf(page)).toHaveLength(2);
  });

  it('stops working when the visitor leaves', async () => {
    const { work, loadProof } = atWork();
    const page = openPage({ loadProof });
    page.service.proof = 'first';
    await act(() => page.visit.start('unsaid', ''));
    await screen.findByText('Check: part 1 of 4');
    await act(() => page.visit.forget());
    expect(work.isStopped()).toBe(true);
  });
});
