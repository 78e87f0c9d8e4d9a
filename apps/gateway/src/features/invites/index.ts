export { InvitesModule } from './invites.module';
export { MakeInvites } from './make-invites';
