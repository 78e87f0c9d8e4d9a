import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { notifyPerson } from './notification';

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

/** Hertz, in order: each has a tune of its own. What needs someone at once is higher and longer. */
const TUNES = {
  notice: [440],
  offer: [440, 554],
  help: [587, 587],
  danger: [740, 988, 740],
} as const;
export type Tune = keyof typeof TUNES;

/** From one tone of a tune to the next (s). */
const APART = 0.22;

/** Soft tones of a third of a second each, made here: nothing is fetched. */
export const playTune = (tune: Tune): void => {
  if (!sound.getState().isOn || typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const tones = TUNES[tune].map((pitch, index) => {
    const at = context.currentTime + index * APART;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.08, at + 0.05);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.4);
    return tone;
  });
  const last = tones.at(-1);
  if (last !== undefined) last.onended = () => void context.close();
};

/** Tells the person that something new needs a look: with its tune, and through the system while they look elsewhere. */
export const alertPerson = (tune: Tune): void => {
  playTune(tune);
  notifyPerson();
};

/** Off until the person switches it on; then remembered on this device, and played once so that they know it. */
export const setSound = (isOn: boolean): void => {
  sound.setState({ isOn });
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // A browser without storage: it holds until the page is closed.
  }
  playTune('offer');
};
