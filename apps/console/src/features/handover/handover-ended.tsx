import { useState } from 'react';
import type { Desk, Handover } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { endForReceiver } from './handover-ends';

/** The newest handover to this person that came to nothing, while they may still wonder. */
const endedFor = ({ me, handovers }: Desk): Handover | null =>
  handovers
    .filter((handover) => handover.receiver?.id === me.id && endForReceiver(handover) !== null)
    .at(-1) ?? null;

/** A kind word when a handover that this person was part of came to nothing. */
export const HandoverEnded = () => {
  const [putAway, setPutAway] = useState<string | null>(null);
  const ended = useLive(({ desk }) => (desk === null ? null : endedFor(desk)));
  if (ended === null || ended.id === putAway) return null;
  return (
    <Banner
      actions={
        <Button
          size="small"
          kind="quiet"
          onPress={() => setPutAway(ended.id)}
          aria-label={commonWords.dismiss}
          icon="close"
          iconOnly
        />
      }
    >
      {endForReceiver(ended)}
    </Banner>
  );
};
