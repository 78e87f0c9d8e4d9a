import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const KEY = 'warmline.send_key';

/** Which key sends a reply: Enter alone, or only together with Ctrl (⌘ on a Mac). */
export type SendKey = 'enter' | 'with_ctrl';

const remembered = (): SendKey => {
  try {
    return localStorage.getItem(KEY) === 'enter' ? 'enter' : 'with_ctrl';
  } catch {
    return 'with_ctrl';
  }
};

const sendKey = createStore<{ readonly key: SendKey }>(() => ({ key: remembered() }));

export const useSendKey = (): SendKey => useStore(sendKey, ({ key }) => key);

/** Remembered on this device, like the sound. */
export const setSendKey = (key: SendKey): void => {
  sendKey.setState({ key });
  try {
    localStorage.setItem(KEY, key);
  } catch {
    // A browser without storage: it holds until the page is closed.
  }
};
