import type { Instant, ServiceId } from '@warmline/kernel';

interface AboutService {
  readonly service: ServiceId;
  readonly at: Instant;
}

/** What becomes of words whose time is over. No fact names a conversation that expired. */
export type RetentionEvent =
  /** One batch, deleted with everything that was about them. */
  | (AboutService & { readonly type: 'conversations_erased'; readonly count: number })
  | (AboutService & { readonly type: 'complaints_erased'; readonly count: number })
  | (AboutService & { readonly type: 'practices_erased'; readonly count: number })
  /** `day`: `YYYY-MM-DD`. The file is gone, and a check found that nothing of that day opens. */
  | (AboutService & { readonly type: 'key_destroyed'; readonly day: string })
  /** The key of a conversation that was held, after its rows. */
  | (AboutService & { readonly type: 'hold_key_destroyed' })
  /** What wraps the keys of the keyring from now on: a file, a security module, or nothing. */
  | (AboutService & { readonly type: 'main_key_set'; readonly kind: 'file' | 'pkcs11' | 'none' })
  /** Keys of the keyring that the main key of now wraps since this run. */
  | (AboutService & { readonly type: 'keys_rewrapped'; readonly count: number })
  /** Former main keys that nothing needs any more leave the list. */
  | (AboutService & { readonly type: 'main_key_forgotten'; readonly count: number });
