import { Signal, type Outcome } from '@warmline/client';
import type { Challenge, Proof } from '@warmline/contracts';
import { PROOF_ANSWERS } from '@warmline/vocabulary';
import type { MakeProof, ProofProgress } from './make-proof';

/** Until the challenge says how many answers there are. */
const PROOF_BEGINS: ProofProgress = { found: 0, of: PROOF_ANSWERS };

/** A chunk that is blocked, or gone after a deploy, does not come back by asking for it again and again. */
const LOADS_AT_MOST = 2;

interface ProofWorkPorts {
  /** Loads what makes a proof of work, which most visitors never need. */
  readonly load: () => Promise<{ readonly makeProof: MakeProof }>;
  readonly ask: () => Promise<Outcome<Challenge>>;
  readonly isOnline: () => boolean;
}

/** The proof of work of one start, from when it is asked for until it is answered. */
export class ProofWork {
  readonly #ports: ProofWorkPorts;
  /** Null while there is nothing to do; `cannot` for good once the browser was not able to. */
  readonly state = new Signal<ProofProgress | 'cannot' | null>(null);
  #made: { readonly proof?: Proof } = {};
  #isBusy = false;
  #failedLoads = 0;

  constructor(ports: ProofWorkPorts) {
    this.#ports = ports;
  }

  /** What goes with a start: a proof that is made and not answered yet, or nothing. */
  get made(): { readonly proof?: Proof } {
    return this.#made;
  }

  /** Goes on while the connection is lost. Null: it is under way already, is stopped, or cannot be done. */
  async work(): Promise<'made' | 'cannot' | 'later' | null> {
    if (this.#isBusy || this.state.get() === 'cannot') return null;
    this.#isBusy = true;
    this.#made = {};
    this.state.set(PROOF_BEGINS);
    const proof = await this.#make();
    this.#isBusy = false;
    if (this.state.get() === null) return null;
    // Until the next try the notice stays, with who can be called.
    if (proof === null) return 'later';
    if (proof !== 'cannot') this.#made = { proof };
    this.state.set(proof === 'cannot' ? proof : null);
    return proof === 'cannot' ? proof : 'made';
  }

  /** The service has answered the start. */
  answered(): void {
    this.#made = {};
    if (!this.#isBusy && this.state.get() !== 'cannot') this.state.set(null);
  }

  stop(): void {
    this.state.set(null);
  }

  async #make(): Promise<Proof | 'cannot' | null> {
    const { load, ask, isOnline } = this.#ports;
    const loaded = await load().catch(() => null);
    if (loaded === null) {
      if (isOnline()) this.#failedLoads += 1;
      return this.#failedLoads < LOADS_AT_MOST ? null : 'cannot';
    }
    return loaded.makeProof({
      ask,
      onProgress: (progress) => {
        if (this.state.get() !== null) this.state.set(progress);
      },
      isStopped: () => this.state.get() === null,
    });
  }
}
