import { databaseTurns } from './visitor-turns';

describe('the turns of visitors', () => {
  it.each([
    [2, 1],
    [4, 3],
    [10, 7],
    [100, 75],
  ])('[SEC5] of a pool of %i use %i at most, so that staff always find a connection', (pool, turns) => {
    expect(databaseTurns(pool)).toBe(turns);
  });
});
