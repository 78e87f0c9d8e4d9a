// One rule tester for all our rules: TypeScript with JSX.
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

export const ruleTester = () =>
  new RuleTester({
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  });
