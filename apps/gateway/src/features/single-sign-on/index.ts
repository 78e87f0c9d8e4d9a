export { IdentityProvider } from './identity-provider';
export { SingleSignOnModule } from './single-sign-on.module';
