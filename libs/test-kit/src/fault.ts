/** What a faulty connection does while the fault is set. */
export type Fault =
  /** Nobody listens: new lines are refused, old ones live on. */
  | { readonly kind: 'refuse' }
  /** Nothing arrives either way; what was sent arrives once it is over. New lines open, and stay silent. */
  | { readonly kind: 'black_hole' }
  /** As `black_hole`, one way only. */
  | { readonly kind: 'half_open'; readonly silent: 'requests' | 'replies' }
  /** Everything arrives this much later (ms). */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** A few bytes at a time. */
  | { readonly kind: 'slice'; readonly bytes: number }
  /** Each line is cut after so many more bytes, both ways together, in the middle of whatever it carries. */
  | { readonly kind: 'cut_after'; readonly bytes: number }
  /** Each line is cut once a request went through, before the first byte of its reply. */
  | { readonly kind: 'cut_reply' };
