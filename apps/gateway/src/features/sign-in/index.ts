export { SignInModule } from './sign-in.module';
export { SignOut } from './sign-out';
