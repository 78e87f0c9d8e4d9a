import { v7 as uuid } from 'uuid';
import { helpCallId, type HelpCallId } from '@warmline/kernel';
import type { Scene } from './scene';

/** A new person calls a supervisor, without a conversation. Written through the real stores. */
export const aHelpCallIn = async (scene: Scene): Promise<HelpCallId> => {
  const { id: staff } = await scene.person();
  const call = helpCallId(uuid());
  const fact = { type: 'help_called', service: scene.service, staff, conversation: null, call } as const;
  await scene.work.inTransaction(async (stores) =>
    stores.help.makeCall({ ...fact, urgency: 'normal', because: 'pressed', at: await stores.now() }),
  );
  return call;
};
