import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const KEY = 'warmline.sound';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
};

interface Sound {
  readonly isOn: boolean;
  /** The browser plays nothing until the person has pressed something on this page. */
  readonly isBlocked: boolean;
}

const sound = createStore<Sound>(() => ({ isOn: remembered(), isBlocked: true }));

export const useIsSoundOn = (): boolean => useStore(sound, (state) => state.isOn);

/** Sound is on, and the browser would play none of it yet. */
export const useIsSoundBlocked = (): boolean => useStore(sound, (state) => state.isOn && state.isBlocked);

const PRESSES = ['pointerdown', 'keydown'] as const;

/** Follows whether the browser lets this page play sound: it does from the first press on. Answers with how to stop. */
export const followSoundPermission = (): (() => void) => {
  if (navigator.userActivation?.hasBeenActive === true) sound.setState({ isBlocked: false });
  const allow = (): void => sound.setState({ isBlocked: false });
  for (const press of PRESSES) addEventListener(press, allow, { capture: true, once: true });
  return () => {
    for (const press of PRESSES) removeEventListener(press, allow, { capture: true });
  };
};

/** Hertz: what needs someone at once sounds higher. */
const PITCH = { usual: 440, danger: 740 };

/** One soft tone of a third of a second, made here: nothing is fetched. */
export const playTone = (pitch: keyof typeof PITCH = 'usual'): void => {
  if (!sound.getState().isOn || typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = PITCH[pitch];
  volume.gain.setValueAtTime(0.0001, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.08, context.currentTime + 0.05);
  volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.35);
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start();
  tone.stop(context.currentTime + 0.4);
};

/** Off until the person switches it on; then remembered on this device, and played once so that they know it. */
export const setSound = (isOn: boolean): void => {
  sound.setState({ isOn });
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // A browser without storage: it holds until the page is closed.
  }
  playTone();
};
