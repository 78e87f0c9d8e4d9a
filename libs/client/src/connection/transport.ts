/** What a transport tells its owner. After `open`, one of `connected` and `failed`; after `connected`, at most one `disconnected`. */
export interface TransportListener {
  connected(): void;
  /** `moved`: the server asked this page to connect again, because it is about to stop. */
  disconnected(why?: 'closed' | 'moved'): void;
  /** The try to connect failed. `word` is the server's refusal where it gave one, else anything. */
  failed(word: string): void;
  /** Anything at all came from the server, its heartbeat included. */
  heard(): void;
  notice(name: string, payload: unknown): void;
}

/** One connection to the server that can be opened and closed many times. It never reconnects by itself. */
export interface Transport {
  listen(listener: TransportListener): void;
  open(): void;
  /** Nothing more is heard from what was open before. Closing twice does nothing. */
  close(): void;
  send(command: string, payload: unknown, answered: (reply: unknown) => void): void;
}
