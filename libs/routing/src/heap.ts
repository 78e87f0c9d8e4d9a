/** Gives the first, then the next, of many that are not sorted: building it takes one look at each. */
export class Heap<Item> {
  private readonly items: Item[];

  /** `compare` is negative when its left goes first. The array given is kept and changed. */
  constructor(
    items: Item[],
    private readonly compare: (left: Item, right: Item) => number,
  ) {
    this.items = items;
    for (let place = (items.length >> 1) - 1; place >= 0; place -= 1) this.sink(place);
  }

  /** Takes the first out; undefined when nothing is left. */
  take(): Item | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (last !== undefined && this.items.length > 0) {
      this.items[0] = last;
      this.sink(0);
    }
    return first;
  }

  private sink(from: number): void {
    const { items, compare } = this;
    const item = items[from];
    if (item === undefined) return;
    let place = from;
    for (;;) {
      const child = this.firstChild(place);
      const below = items[child];
      if (below === undefined || compare(item, below) <= 0) break;
      items[place] = below;
      place = child;
    }
    items[place] = item;
  }

  private firstChild(place: number): number {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const [one, other] = [this.items[left], this.items[right]];
    return one !== undefined && other !== undefined && this.compare(other, one) < 0 ? right : left;
  }
}
