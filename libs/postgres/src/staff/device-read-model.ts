import type { Database } from '../connection/database';
import { hexBytes, text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** More than any charity has; a bound on what a gateway keeps in memory. */
const DEVICES_MAX = 50_000;

/** A device on which this person has signed in. */
export interface StoredDevice {
  readonly secretHash: Buffer;
  readonly signInName: string;
}

const DEVICES = new RowQuery<StoredDevice>(
  { secretHash: hexBytes, signInName: text },
  `
  select encode(d.secret_hash, 'hex') as "secretHash", s.sign_in_name as "signInName"
  from staff_device d join staff s on s.id = d.staff_id
  where d.expires_at > clock_timestamp() and s.active order by d.expires_at desc limit $1`,
);

/** Devices that count as known. */
export class DeviceReadModel {
  constructor(private readonly database: Database) {}

  async findDevices(): Promise<StoredDevice[]> {
    return DEVICES.all(this.database, [DEVICES_MAX]);
  }
}
