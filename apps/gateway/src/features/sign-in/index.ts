export type { Browser, SignedIn } from './accounts';
export { Entrance, type HalfSignedIn } from './entrance';
export { answerPassword, browserOf, fromOwnPage } from './session-answers';
export { SignInModule } from './sign-in.module';
export { SignOut } from './sign-out';
