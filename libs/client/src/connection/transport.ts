/** What a wire tells its owner. After `open`, one of `up` and `failed`; after `up`, at most one `down`. */
export interface TransportListener {
  connected(): void;
  /** `moved`: the server asked this page to come again, as one does that is about to stop. */
  disconnected(why?: 'closed' | 'moved'): void;
  /** No line came of it. `word` is the server's refusal where it gave one, else anything. */
  failed(word: string): void;
  /** Anything at all came from the server, its heartbeat included. */
  heard(): void;
  notice(name: string, payload: unknown): void;
}

/** One line to the server that can be opened and cut again and again. It never reconnects by itself. */
export interface Transport {
  listen(listener: TransportListener): void;
  open(): void;
  /** No more is heard from what was open before; cutting a closed wire does nothing. */
  close(): void;
  send(command: string, payload: unknown, answered: (reply: unknown) => void): void;
}
