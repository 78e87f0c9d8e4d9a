import { Meter } from './meter';

describe('a meter', () => {
  it('counts a message that is heard elsewhere after it has finished here', () => {
    const meter = new Meter(true);
    meter.begin();
    meter.sent('one', performance.now());
    meter.answered('one', true);
    meter.heard('one', false);
    expect(meter.unfinished).toBe(0);
    meter.heard('one', true);
    meter.heard('one', true);
    meter.end();
    expect(meter.measured()).toMatchObject({
      delivered: { count: 1 },
      deliveredElsewhere: { count: 1 },
      unfinished: 0,
    });
  });
});
