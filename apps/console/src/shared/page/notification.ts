import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { commonWords } from '../i18n/common-words';

const KEY = 'warmline.notification';

export type NotificationState = 'off' | 'on' | 'refused' | 'missing';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
};

const wanted = createStore<{ readonly isWanted: boolean }>(() => ({ isWanted: remembered() }));

const stateOf = (isWanted: boolean): NotificationState => {
  if (typeof Notification === 'undefined') return 'missing';
  if (Notification.permission === 'denied') return 'refused';
  return isWanted && Notification.permission === 'granted' ? 'on' : 'off';
};

/** Whether the system tells this person; `refused`: only the browser's settings can change it. */
export const useNotificationState = (): NotificationState =>
  useStore(wanted, ({ isWanted }) => stateOf(isWanted));

/** Asks the browser when it must, and keeps the answer on this device. Call it from a press: browsers ignore it elsewhere. */
export const setNotification = async (isWanted: boolean): Promise<void> => {
  if (isWanted && typeof Notification !== 'undefined' && Notification.permission === 'default')
    await Notification.requestPermission();
  try {
    localStorage.setItem(KEY, isWanted ? 'on' : 'off');
  } catch {
    // A browser without storage: it holds until the page is closed.
  }
  // A new object, so that a permission that changed is read again.
  wanted.setState({ isWanted });
};

/**
 * Tells the person through the system while this page is not what they look at. The text is the same for everything, since a
 * lock screen or a colleague may show it, and a new one takes the place of the one before.
 */
export const notifyPerson = (): void => {
  if (stateOf(wanted.getState().isWanted) !== 'on' || document.hasFocus()) return;
  try {
    const shown = new Notification(commonWords.oneNewItem, { tag: 'warmline' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // Some phones allow a page no notification of its own: the tone and the title remain.
  }
};
