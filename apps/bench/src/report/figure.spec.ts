import { figure } from './figure';

const about = { id: 'P8', what: 'delivery', goal: '<=2', unit: 'ms' };

describe('a figure', () => {
  it('is met by its ratio', () => {
    expect(figure(about, { ours: 3, baseline: 2 })).toMatchObject({ value: 1.5, met: true });
    expect(figure(about, { ours: 5, baseline: 2 })).toMatchObject({ value: 2.5, met: false });
  });

  it('that measured nothing is not met, whatever its goal', () => {
    expect(figure(about, { ours: 0, baseline: 2 }).met).toBe(false);
    expect(figure(about, { ours: 0, baseline: 0 }).met).toBe(false);
  });
});
