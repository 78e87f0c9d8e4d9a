import { MINUTE, SECOND } from '@warmline/kernel';
import type { StoredCheckpoint } from '@warmline/postgres';
import { CheckpointNotTaken, fileNameOf, type CheckpointPlace } from './checkpoint-place';

/** For the whole request (ms). */
const ANSWER_WITHIN = 20 * SECOND;
const THERE_ALREADY = 412;

export interface Bucket {
  /** With the bucket, and a folder in it if any: `https://s3.eu-west-2.amazonaws.com/bucket/folder`. */
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** A bucket of a store that speaks S3, each checkpoint an object of its own. Turn object lock on there: no one can change it then. */
export class BucketPlace implements CheckpointPlace {
  readonly name = 'bucket';
  readonly every = MINUTE;

  constructor(private readonly bucket: Bucket) {}

  /** An object that is there already is never written again: the store refuses it, and it is the same. */
  async publish(checkpoint: StoredCheckpoint): Promise<void> {
    const status = await this.put(
      `${this.bucket.url.replace(/\/$/, '')}/${fileNameOf(checkpoint)}`,
      checkpoint,
    );
    if (status === THERE_ALREADY || (status >= 200 && status < 300)) return;
    throw new CheckpointNotTaken(status >= 300 && status < 400 ? 'redirected' : `answered_${status}`);
  }

  private async put(url: string, { note }: StoredCheckpoint): Promise<number> {
    try {
      const { keyId: accessKeyId, secret: secretAccessKey, region } = this.bucket;
      // Loaded where a bucket is set up, and nowhere else.
      const { AwsClient } = await import('aws4fetch');
      const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
      const answer = await client.fetch(url, {
        method: 'PUT',
        body: note,
        redirect: 'manual',
        headers: { 'content-type': 'text/plain; charset=utf-8', 'if-none-match': '*' },
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      throw new CheckpointNotTaken('unreachable');
    }
  }
}
