import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DEVICE_KNOWN, type StaffPrincipal } from '@warmline/identity';
import { SECOND } from '@warmline/kernel';
import { DeviceReadModel, UnitOfWork } from '@warmline/postgres';
import { PeriodicJobs } from '../../core/periodic-jobs';

/** How often devices of other gateways are read (ms). Until then such a device counts as unknown here. */
const READ_EVERY = 15 * SECOND;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Devices on which someone has signed in, kept in memory so that a stranger with a made-up cookie costs no question to the
 * database. A known device lets nobody in: it only has a place of its own in the queue for signing in.
 */
@Injectable()
export class KnownDevices implements OnApplicationBootstrap {
  /** Sign-in names by the hash of a device's secret. */
  private names = new Map<string, Set<string>>();

  constructor(
    private readonly devices: DeviceReadModel,
    private readonly work: UnitOfWork,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('devices', READ_EVERY, () => this.readDevices());
  }

  isKnown(secret: string | null, signInName: string): boolean {
    return secret !== null && (this.namesOf(secret)?.has(signInName) ?? false);
  }

  /** Whether anyone has signed in on this device. */
  isKnownToAnyone(secret: string | null): boolean {
    return secret !== null && this.namesOf(secret) !== undefined;
  }

  /** Someone has signed in here. Answers the secret for the cookie: a new one, unless the device is known already. */
  async keep(secret: string | null, signInName: string, person: StaffPrincipal): Promise<string> {
    const kept =
      secret !== null && this.namesOf(secret) !== undefined ? secret : randomBytes(32).toString('base64url');
    await this.work.inTransaction((stores) => stores.staff.keepDevice(person, hashOf(kept), DEVICE_KNOWN));
    this.add(this.names, hashOf(kept), signInName);
    return kept;
  }

  private namesOf(secret: string): Set<string> | undefined {
    return this.names.get(hashOf(secret).toString('base64'));
  }

  private async readDevices(): Promise<void> {
    const names = new Map<string, Set<string>>();
    for (const { secretHash, signInName } of await this.devices.findDevices())
      this.add(names, secretHash, signInName);
    this.names = names;
  }

  private add(names: Map<string, Set<string>>, hash: Buffer, signInName: string): void {
    const key = hash.toString('base64');
    names.set(key, (names.get(key) ?? new Set()).add(signInName));
  }
}
