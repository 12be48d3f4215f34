import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const TEMPLATE = "TaggedTemplateExpression[tag.name='html'] TemplateElement";

/** What a strict Content-Security-Policy blocks or what would let a server's string become markup. */
const unsafe = [
  {
    selector: `${TEMPLATE}[value.raw=/(^|\\s)style\\s*=/]`,
    message: 'A strict CSP blocks style="…": use a class, or the cssVars directive.',
  },
  {
    selector: `${TEMPLATE}[value.raw=/<style/i]`,
    message: 'A strict CSP blocks <style>: use static styles.',
  },
  {
    selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Every string from outside is text: no innerHTML, no outerHTML.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Every string from outside is text: render a template instead.',
  },
  {
    selector:
      "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style'], " +
      "CallExpression[callee.property.name='createElement'][arguments.0.value='style']",
    message: 'A strict CSP blocks this: use static styles, or the cssVars directive.',
  },
];

const registration = {
  selector:
    "CallExpression[callee.object.name=/^(customElements|registry)$/][callee.property.name='define']",
  message: 'Only modules under src/define/ register elements, through X.define().',
};

const roleTest = {
  selector:
    "BinaryExpression[operator=/^[!=]==?$/][right.type='Literal']:matches([left.property.name=/^roles?$/i], [left.name=/^roles?$/i])",
  message: 'Who may do what is decided by the policy, never by comparing a role here.',
};

const unsafeDirectives = {
  paths: [
    ['lit/directives/style-map.js', 'its first render is blocked by a strict CSP: use cssVars'],
    ['lit/directives/unsafe-html.js', 'every string from outside is text'],
    ['lit/directives/unsafe-svg.js', 'every string from outside is text'],
    ['lit/directives/unsafe-mathml.js', 'every string from outside is text'],
    ['lit/static-html.js', 'tags and attributes are written, not computed'],
  ].map(([name, message]) => ({ name, message })),
};

export default tseslint.config(
  {
    ignores: ['**/node_modules/', 'dist/', 'coverage/', 'storybook-static/', 'test-results/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An empty string often means "none": `a || b` says that.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Lit binds event handlers in templates; async tasks may have nothing to await.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // `_name` is there to be left out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // It asks for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },

  {
    files: ['src/**/*.ts', 'demo/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended ?? {},
    ],
    settings: { wc: { elementBaseClasses: ['LitElement', 'KitElement'] } },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': ['error', unsafeDirectives],
      'no-restricted-syntax': ['error', ...unsafe, registration, roleTest],
      'lit/no-template-map': 'off',
      // LitElement has all of them.
      'wc/guard-super-call': 'off',
    },
  },
  {
    // The one registering call of the kit.
    files: ['src/define/**/*.ts', 'src/define.ts', 'src/elements/{define,kit}-element.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, roleTest] },
  },
  {
    // Here, and only here, roles are data to compare.
    files: ['src/policy/**/*.ts', 'src/domain/**/*.ts', 'demo/**/*.ts', 'stories/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, registration] },
  },

  { files: ['demo/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },

  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // For what only has to compile: `void something`, `accepts<Type>()`.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // The types of @open-wc/semantic-dom-diff make every chai `equal` look like a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      // chai: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='only']",
          message: 'This would leave out every other test.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@web/test-runner-commands',
              message: 'It differs from engine to engine: use test/tools/commands.ts.',
            },
          ],
        },
      ],
    },
  },
  { files: ['test/tools/commands.ts'], rules: { 'no-restricted-imports': 'off' } },

  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'fetch', 'performance', 'setTimeout', 'structuredClone', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
