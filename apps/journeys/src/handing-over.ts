import type { Journey } from './journey';
import type { TheResponder } from './the-responder';
import type { TheSupervisor } from './the-supervisor';
import type { TheVisitor } from './the-visitor';

export interface People {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly jo: TheResponder;
  readonly ana: TheSupervisor;
}

/** Robin talks with Sam; Jo is free, and Ana sees the conversation. */
export const talkingWithSam = async (journey: Journey): Promise<People> => {
  const [sam, jo] = [await journey.responder('Sam'), await journey.responder('Jo')];
  const ana = await journey.supervisor('Ana');
  await sam.isThere();
  const robin = await journey.visitor({ deviceScaleFactor: 2 });
  await robin.startsChat({ safety: 'unsure', name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says('It is about my dad. He died in spring');
  await sam.reads('He died in spring');
  await sam.says('I am sorry, Robin. What was he like?');
  await jo.isThere();
  await ana.isThere();
  return { robin, sam, jo, ana };
};

export const WHY = 'Jo knows grief well, and my shift is nearly over.';
