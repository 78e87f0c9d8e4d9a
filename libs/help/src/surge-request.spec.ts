import { instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { SURGE_AGAIN_AFTER, requestSurge } from './surge-request';

const AT = instant(1_750_000_000_000);
const asking = {
  id: 'second',
  service: numbered.service(1),
  by: numbered.staff(1),
  at: later(AT, SURGE_AGAIN_AFTER),
  againAfter: SURGE_AGAIN_AFTER,
};
const last = { id: 'first', service: numbered.service(1), askedAt: AT };

describe('asking everyone', () => {
  it('[HLP3] the next surge request must wait, no matter who asks', () => {
    expect(requestSurge(null, asking)).toMatchObject({
      events: [{ type: 'everyone_asked', asked: 'second' }],
    });
    expect(requestSurge(last, asking)).toMatchObject({ accepted: true });
    expect(requestSurge(last, { ...asking, at: later(asking.at, -1) })).toEqual({
      accepted: false,
      refusal: 'too_soon',
    });
  });

  it('[HLP3] is one question when it is sent twice', () => {
    expect(requestSurge(last, { ...asking, id: 'first', at: AT })).toEqual({ accepted: true, events: [] });
  });
});
