import { useCallback, useEffect, useState } from 'react';
import { emptyTimeline, mergePage, type Timeline } from '@warmline/client';
import { PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { Thread } from '../../shared/thread/thread';
import { qualityWords } from './quality-words';

/** Every page of it; or why it could not be read. */
const readAll = async (client: StaffClient, reviewId: string): Promise<Timeline | string> => {
  let timeline = emptyTimeline;
  for (;;) {
    const after = timeline.entries.length;
    const outcome = await client.send('review:read', { reviewId, after });
    if (outcome.kind !== 'done') return outcomeWords(outcome);
    timeline = mergePage(timeline, after, outcome.value);
    if (timeline.entries.length >= timeline.head || timeline.entries.length === after) return timeline;
  }
};

export interface ReviewedThreadProps {
  readonly reviewId: string;
  readonly visitorName: string;
}

/** The whole conversation under review, as it was. The server has recorded the reading before the first page comes. */
export const ReviewedThread = ({ reviewId, visitorName }: ReviewedThreadProps) => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const hasIt = timeline !== null;
  const read = useCallback(async (): Promise<void> => {
    const answer = await readAll(client, reviewId);
    setMistake(typeof answer === 'string' ? answer : null);
    if (typeof answer !== 'string') setTimeline(answer);
  }, [client, reviewId]);
  useEffect(() => {
    if (isOnline && !hasIt) void read();
  }, [isOnline, hasIt, read]);
  return (
    <PanelState
      content={timeline}
      loading={qualityWords.reading}
      hasFailed={mistake !== null}
      failed={qualityWords.readFailed}
      tryAgain={commonWords.tryAgain}
      onTryAgain={() => void read()}
    >
      {(whole) => (
        <Thread
          thread={{ timeline: whole, outgoing: [], typing: { visitor: false, responder: false }, shown: 0 }}
          visitorName={visitorName}
          seenByVisitor={null}
          ownName={null}
        />
      )}
    </PanelState>
  );
};
