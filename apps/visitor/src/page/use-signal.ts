import { useEffect, useState } from 'preact/hooks';
import type { ReadableSignal } from '@warmline/client';

/** The signal's value; the component is drawn again whenever it changes. */
export const useSignal = <Value>(signal: ReadableSignal<Value>): Value => {
  const [, draw] = useState({});
  useEffect(() => {
    // It may have changed between drawing and listening.
    draw({});
    return signal.subscribe(() => draw({}));
  }, [signal]);
  return signal.get();
};
