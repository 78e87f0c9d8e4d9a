import type { AuditExportReadModel, CheckpointCopyStore } from '@warmline/postgres';
import type { Config } from '../../../core/config';
import type { CheckpointFolder } from '../checkpoint-folder';
import { BucketPlace } from './bucket-place';
import type { CheckpointPlace } from './checkpoint-place';
import { GitPlace } from './git-place';
import { MailPlace } from './mail-place';
import { WebhookPlace } from './webhook-place';
import { WitnessPlace } from './witness-place';

interface Means {
  readonly hashes: AuditExportReadModel;
  readonly copies: CheckpointCopyStore;
  readonly folder: CheckpointFolder | null;
}

const bucketOf = (config: Config): readonly CheckpointPlace[] => {
  const { AUDIT_CHECKPOINT_S3: url, AUDIT_CHECKPOINT_S3_REGION: region } = config;
  const { AUDIT_CHECKPOINT_S3_KEY_ID: keyId, AUDIT_CHECKPOINT_S3_SECRET: secret } = config;
  const isSet = url !== undefined && keyId !== undefined && secret !== undefined;
  return isSet ? [new BucketPlace({ url, keyId, secret, region })] : [];
};

const witnessOf = (config: Config, { hashes, copies, folder }: Means): readonly CheckpointPlace[] => {
  const { AUDIT_WITNESS_URL: url, AUDIT_WITNESS_KEY: key } = config;
  if (url === undefined || key === undefined) return [];
  const file = async (...given: Parameters<CheckpointFolder['add']>): Promise<void> => folder?.add(...given);
  return [new WitnessPlace({ url, key }, { hashes, copies, file })];
};

/** The places that the configuration names, besides the folder. */
export const placesOf = (config: Config, means: Means): readonly CheckpointPlace[] => {
  const {
    AUDIT_CHECKPOINT_WEBHOOK: webhook,
    AUDIT_CHECKPOINT_GIT: remote,
    AUDIT_CHECKPOINT_MAIL: to,
  } = config;
  return [
    ...(webhook === undefined ? [] : [new WebhookPlace(webhook, config)]),
    ...bucketOf(config),
    ...(remote === undefined ? [] : [new GitPlace(remote)]),
    ...(to === undefined ? [] : [new MailPlace(to, config)]),
    ...witnessOf(config, means),
  ];
};
