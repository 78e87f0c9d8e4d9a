import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { box, throughTheQuestions } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** What a browser gives a duplicated tab. */
const copyOfTab = (): Storage => {
  const copy = new Map(Object.entries({ ...sessionStorage }));
  return {
    get length() {
      return copy.size;
    },
    clear: () => copy.clear(),
    key: () => null,
    getItem: (key) => copy.get(key) ?? null,
    setItem: (key, value) => void copy.set(key, value),
    removeItem: (key) => void copy.delete(key),
  };
};

describe('a duplicated tab', () => {
  it('[MSG1] has the same chat and no copy of the unsent words, so they are sent once', async () => {
    const { service, person, visit } = await throughTheQuestions(null, { keepsReloads: true });
    await person.click(screen.getByLabelText('Send it when someone joins'));
    await person.type(box(), 'hello');
    const other = openPage({ service, storage: copyOfTab() });
    expect(other.visit.draft.get().text).toBe('');
    const chatOf = ({ stage }: typeof visit) => {
      const now = stage.get();
      return now.name === 'chat' ? now.chat.view.get() : null;
    };
    await waitFor(() => expect(chatOf(other.visit)).not.toBeNull());
    await act(() => service.join('Sam'));
    await waitFor(() => expect(visit.draft.get().text).toBe(''));
    await waitFor(() =>
      expect(service.asked.filter(({ command }) => command === 'message:send')).toHaveLength(1),
    );
    expect(service.entries.filter(({ kind }) => kind === 'message')).toHaveLength(1);
  });
});
