// Compiles TypeScript in a thread that a test starts. Node's module hooks hold for the thread that registers them only.
import { register } from 'node:module';

register('./native-loader.mjs', import.meta.url);
