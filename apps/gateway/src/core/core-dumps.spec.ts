import { dumpsCore } from './core-dumps';

const limits = (soft: string): string =>
  `Limit                     Soft Limit           Hard Limit           Units
Max stack size            8388608              unlimited            bytes
Max core file size        ${soft}                    unlimited            bytes
`;

describe('a process', () => {
  it('is warned of core dumps unless their size is limited to nothing', () => {
    expect(['unlimited', '4096', '0'].map((soft) => dumpsCore(limits(soft)))).toEqual([true, true, false]);
  });

  it('is not warned where the system does not tell', () => {
    expect(dumpsCore('')).toBe(false);
  });
});
