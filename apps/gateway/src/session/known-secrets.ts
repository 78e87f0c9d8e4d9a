/** Sessions remembered at once. The one seen longest ago goes first; it only loses its place before strangers. */
const MOST = 20_000;

/** Hashes of cookies that a session was found for, in this process's memory only. It says nothing of whether they still work. */
export class KnownSecrets {
  private readonly hashes = new Set<string>();

  constructor(private readonly most = MOST) {}

  has(hash: Buffer): boolean {
    return this.hashes.has(hash.toString('base64'));
  }

  /** A session was found for it, or was not. */
  note(hash: Buffer, isFound: boolean): void {
    const name = hash.toString('base64');
    this.hashes.delete(name);
    if (!isFound) return;
    this.hashes.add(name);
    const [first] = this.hashes;
    if (this.hashes.size > this.most && first !== undefined) this.hashes.delete(first);
  }
}
