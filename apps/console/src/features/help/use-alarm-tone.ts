import { useEffect, useRef } from 'react';
import { alertPerson } from '../../shared/page/sound';

interface Ringing {
  readonly conversationId: string;
  readonly rings: number;
}

/** Sounds for each person who comes onto the list, and each time the alarm of one rings again. */
export const useAlarmTone = (list: readonly Ringing[]): void => {
  const heard = useRef<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const isLouder = list.some(
      ({ conversationId, rings }) => rings > (heard.current.get(conversationId) ?? 0),
    );
    heard.current = new Map(list.map(({ conversationId, rings }) => [conversationId, rings]));
    if (isLouder) alertPerson('danger');
  }, [list]);
};
