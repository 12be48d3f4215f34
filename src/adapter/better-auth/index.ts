export { createBetterAuthAdapter } from './better-auth-adapter.ts';
export type { BetterAuthOptions } from './options.ts';
export { betterAuthPolicy } from './policy.ts';
