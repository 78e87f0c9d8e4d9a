/** FNV-1a, so that streams of one seed do not resemble each other. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return value >>> 0;
};

/** Numbers that look random and are the same for the same seed and stream: xoshiro128** of Blackman and Vigna. */
export class Chance {
  private constructor(private readonly state: Uint32Array) {}

  static of(seed: number, stream: string): Chance {
    const state = new Uint32Array(4).map((_, place) => hash(`${seed}/${stream}/${place}`) | 1);
    const chance = new Chance(state);
    for (let warm = 0; warm < 16; warm += 1) chance.next();
    return chance;
  }

  /** In [0, 1). */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    this.state[0] = a ^ fourth;
    this.state[1] = b ^ third;
    this.state[2] = third ^ (b << 9);
    this.state[3] = (fourth << 11) | (fourth >>> 21);
    return result / 0x1_0000_0000;
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** By its mean and its coefficient of variation. */
  lognormal(mean: number, cv: number): number {
    const variance = Math.log(1 + cv * cv);
    return mean * Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }

  /** Box and Muller. */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}
