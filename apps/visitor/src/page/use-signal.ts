import { useEffect, useState } from 'preact/hooks';
import type { ReadableSignal } from '@warmline/client';

/** The cell's value, drawn again whenever it changes. */
export const useSignal = <Value>(cell: ReadableSignal<Value>): Value => {
  const [, draw] = useState({});
  useEffect(() => {
    // It may have changed between drawing and listening.
    draw({});
    return cell.subscribe(() => draw({}));
  }, [cell]);
  return cell.get();
};
