import { isNoteSignedBy, parseCheckpoint, type Checkpoint } from '../checkpoint';
import { BadCheckpoint } from '../note';
import { HASH_BYTES } from '../tree/hashes';
import { verifyConsistency, type Proof, type TreeHead } from '../tree/verify-proof';

/** Hashes in a proof, at most: C2SP. */
const PROOF_MAX = 63;

/** What a log asks a witness: to co-sign a checkpoint that goes on from one of `old` entries. */
export interface CheckpointRequest {
  readonly old: number;
  readonly proof: Proof;
  readonly note: string;
}

/** As a log sends it: the C2SP form tlog-witness. */
export const writeCheckpointRequest = ({ old, proof, note }: CheckpointRequest): string =>
  `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`;

const HEADER = /^old (0|[1-9]\d{0,14})$/u;

/** Null for a text that is no such request. */
export const readCheckpointRequest = (text: string): CheckpointRequest | null => {
  const split = text.indexOf('\n\n');
  const [header = '', ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  const old = HEADER.exec(header)?.[1];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isProof = lines.length <= PROOF_MAX && proof.every((hash) => hash.length === HASH_BYTES);
  if (split < 0 || old === undefined || !isProof) return null;
  return { old: Number(old), proof, note: text.slice(split + 2) };
};

/**
 * - `cosign`: it goes on from what the witness knows
 * - `malformed`: no checkpoint, or one that is smaller than `old`
 * - `unknown_log` · `not_signed`: of another log, or not signed by its key
 * - `other_size`: the log must begin with what the witness knows; `known` says which
 * - `fork`: another history of the same entries
 */
export type WitnessVerdict =
  | { readonly outcome: 'cosign'; readonly checkpoint: Checkpoint }
  | { readonly outcome: 'malformed' | 'unknown_log' | 'not_signed' | 'other_size' | 'fork' };

interface Known {
  /** The newest it co-signed; null before the first. */
  readonly known: TreeHead | null;
  readonly origin: string;
  readonly keys: readonly string[];
}

const parsed = (note: string): Checkpoint | null => {
  try {
    return parseCheckpoint(note);
  } catch (error) {
    if (error instanceof BadCheckpoint) return null;
    throw error;
  }
};

const isSame = (one: TreeHead, other: TreeHead): boolean =>
  one.size === other.size && one.head.equals(other.head);

/** Whether the newer tree begins with the one the witness knows; of equal size they are the same. */
const goesOn = (known: TreeHead | null, newer: TreeHead, proof: Proof): boolean => {
  if (known === null || known.size === 0) return true;
  if (isSame(known, newer)) return proof.length === 0;
  return newer.size > known.size && verifyConsistency(known, newer, proof);
};

/** Whether a witness may co-sign: only what begins with the last it saw, shown by the proof. It never co-signs two histories. */
export const judgeCheckpoint = (
  { old, proof, note }: CheckpointRequest,
  { known, origin, keys }: Known,
): WitnessVerdict => {
  const checkpoint = parsed(note);
  if (checkpoint === null || old > checkpoint.size) return { outcome: 'malformed' };
  if (checkpoint.origin !== origin) return { outcome: 'unknown_log' };
  if (!keys.some((key) => isNoteSignedBy(note, key))) return { outcome: 'not_signed' };
  if (old !== (known?.size ?? 0)) return { outcome: 'other_size' };
  return goesOn(known, checkpoint, proof) ? { outcome: 'cosign', checkpoint } : { outcome: 'fork' };
};
