import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatorDraft } from '@warmline/contracts';
import { HALF_SESSION_LASTS } from '@warmline/identity';
import { UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { ServiceSecrets, type SecretPlace } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';
import { newSecret, stepOf, uriOf } from './one-time-codes';

type Owner = Pick<StaffRow, 'id' | 'serviceId' | 'signInName'>;

const placeOf = ({ id, serviceId }: Owner): SecretPlace => ({
  service: serviceId,
  entry: `authenticator/${id}/secret`,
});

/** Apps that show one-time codes. Their secrets are sealed with the key of the service. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: ServiceSecrets,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** A new secret. It counts once a code of it was seen. */
  async beginEnrolment(owner: Owner): Promise<AuthenticatorDraft> {
    const secret = newSecret();
    const sealed = await this.secrets.seal(secret, placeOf(owner));
    await this.work.inTransaction((stores) => stores.factors.keepDraft(owner.id, sealed, HALF_SESSION_LASTS));
    return { secret, uri: uriOf(secret, owner.signInName, this.service.name) };
  }

  /** In the transaction of `stores`. False, and nothing is written, where the code is wrong or nothing was begun. */
  async finishEnrolment(stores: Stores, owner: Owner, code: string): Promise<boolean> {
    const secretSealed = await stores.factors.lockDraft(owner.id);
    const step = secretSealed === null ? null : await this.stepOf(stores, { owner, secretSealed }, code);
    if (secretSealed === null || step === null) return false;
    const { id: staff, serviceId: service } = owner;
    await stores.factors.addAuthenticator(
      { type: 'authenticator_added', service, staff },
      { secretSealed, step },
    );
    return true;
  }

  /** Uses the code up, in the transaction of `stores`. False where it is wrong or was used, and where there is no authenticator. */
  async prove(stores: Stores, owner: Owner, code: string): Promise<boolean> {
    const found = await stores.factors.findAuthenticator(owner.id);
    if (found === null) return false;
    const step = await this.stepOf(stores, { owner, secretSealed: found.secretSealed }, code);
    return step !== null && stores.factors.useStep(owner.id, step);
  }

  private async stepOf(
    stores: Stores,
    { owner, secretSealed }: { readonly owner: Owner; readonly secretSealed: Buffer },
    code: string,
  ): Promise<number | null> {
    const secret = await this.secrets.open(secretSealed, placeOf(owner));
    return secret === null ? null : stepOf(secret, code, await stores.now());
  }
}
