import { Banner, Button } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useBeside } from '../../shared/live/use-beside';
import { useAct } from '../../shared/page/use-act';
import './private-lane.css';
import { privateLaneWords } from './private-lane-words';

/** A supervisor who reads along lets the visitor know that they are here, and leaves again. */
export const JoinOpenly = ({ conversationId }: { readonly conversationId: string }) => {
  const client = useClient();
  const me = useLive((live) => live.desk?.me.name ?? null);
  const beside = useBeside(conversationId)?.beside ?? null;
  const { isBusy, mistake, act } = useAct();
  if (beside?.lane == null || me === null) return null;
  const hasJoined = beside.joined.includes(me);
  const command = hasJoined ? 'conversation:step_out' : 'conversation:join';
  return (
    <div className="private-lane__join">
      <Button
        size="small"
        isBusy={isBusy}
        onPress={() => void act(() => client.send(command, { conversationId }))}
      >
        {hasJoined ? privateLaneWords.stepOut : privateLaneWords.join}
      </Button>
      <p className="private-lane__hint" role="status">
        {hasJoined ? privateLaneWords.hasJoined : privateLaneWords.joinHint}
      </p>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
    </div>
  );
};
