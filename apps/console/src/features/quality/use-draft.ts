import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '@warmline/client';
import type { Assessment } from '@warmline/contracts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useParts } from '../../shared/page/parts';

/** A draft is saved when nothing was written for so long (ms). */
const SAVED_AFTER = 2_000;

const NOTHING: Assessment = {
  marks: {
    opening: null,
    listening: null,
    questions: null,
    asking_about_suicide: null,
    when_not_safe: null,
    next_step: null,
    closing: null,
    boundaries: null,
  },
  fails: [],
  words: '',
};

/** `empty`: nothing was written yet. */
type DraftState = 'empty' | 'saved' | 'unsaved' | 'saving';

/** What a reviewer writes. It saves itself: after a pause, when the connection is back, and when the page is left. */
export const useDraft = (reviewId: string, stored: Assessment | null) => {
  const client = useClient();
  const { clock } = useParts();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [draft, setDraft] = useState<Assessment>(stored ?? NOTHING);
  const [state, setState] = useState<DraftState>(stored === null ? 'empty' : 'saved');
  const [mistake, setMistake] = useState<string | null>(null);
  const newest = useRef(draft);
  /** The draft that Postgres has, as far as is known. */
  const kept = useRef(draft);
  const save = useCallback(async (): Promise<void> => {
    const assessment = newest.current;
    if (assessment === kept.current) return;
    setState('saving');
    const outcome: Outcome<unknown> = await client.send('review:save', { reviewId, assessment });
    if (outcome.kind === 'done') kept.current = assessment;
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
    setState(newest.current === kept.current ? 'saved' : 'unsaved');
  }, [client, reviewId]);
  const change = (over: Partial<Assessment>): void => {
    const next = { ...newest.current, ...over };
    newest.current = next;
    setDraft(next);
    setState('unsaved');
  };
  useEffect(() => clock.after(SAVED_AFTER, () => void save()), [clock, draft, save]);
  useEffect(() => {
    if (isOnline) void save();
  }, [isOnline, save]);
  useEffect(() => () => void save(), [save]);
  /** Given: what is on screen is no draft any more. */
  const settle = (): void => {
    kept.current = newest.current;
  };
  return { draft, change, state, mistake, save, settle };
};
