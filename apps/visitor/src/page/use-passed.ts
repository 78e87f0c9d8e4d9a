import { useEffect, useState } from 'preact/hooks';

/** Whether this many ms have passed since that device time; false while `since` is null. */
export const usePassed = (since: number | null, milliseconds: number): boolean => {
  const [, draw] = useState({});
  const left = since === null ? null : since + milliseconds - Date.now();
  const isDue = left !== null && left <= 0;
  useEffect(() => {
    if (since === null || isDue) return;
    const timer = setTimeout(() => draw({}), since + milliseconds - Date.now());
    return () => clearTimeout(timer);
  }, [since, milliseconds, isDue]);
  return isDue;
};
