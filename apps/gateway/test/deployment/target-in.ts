import { aHandoverIn, aHelpCallIn, aReviewIn, type Scene } from '@warmline/test-kit';
import type { Target } from './payloads';

/** A conversation in a handover, with another person's offer and call for help in the same service. */
export const aTargetIn = async (scene: Scene): Promise<Target> => {
  const [holder, asked] = [await scene.person(), await scene.person()];
  const held = await scene.held(holder.id);
  return {
    conversationId: held.conversation,
    epoch: held.epoch,
    offerId: await scene.offered(await scene.waiting(), asked.id),
    handoverId: await aHandoverIn(scene, { held, to: asked.id }),
    staffId: (await scene.person()).id,
    callId: await aHelpCallIn(scene),
    reviewId: (await aReviewIn(scene, (await scene.person()).id)).review,
  };
};
